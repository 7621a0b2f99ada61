package io.jopf.jupyter.plan;

import java.util.List;
import java.util.Optional;

/**
 * What came out of planning.
 *
 * @param plan present exactly if there are no problems
 * @param problems what the author has to change
 * @param warnings what was left out or replaced
 */
public record PlanResult(
    Optional<NotebookPlan> plan, List<Problem> problems, List<String> warnings) {}
