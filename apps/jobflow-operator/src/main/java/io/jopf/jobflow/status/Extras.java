package io.jopf.jobflow.status;

import io.jopf.jobflow.api.PastRun;
import io.jopf.jobflow.api.UsedTemplate;
import io.jopf.jobflow.node.PlacementRisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the status of a flow holds beside what the engine says.
 *
 * @param retried the last wish for another run that was taken up, null for none
 * @param topology which steps there were at the start, null before
 * @param templates what it uses of templates
 * @param outputs what steps put out, by step, as far as it is new
 * @param resubmitted the last wish to run all again that was taken up, null for none
 * @param history earlier runs
 * @param node where the flow runs, if its first step decides; null if that is not known
 * @param risks why pods may never run, null if nobody has looked now
 */
public record Extras(
    @Nullable String retried,
    @Nullable String topology,
    List<UsedTemplate> templates,
    Map<String, Map<String, String>> outputs,
    @Nullable String resubmitted,
    List<PastRun> history,
    @Nullable String node,
    @Nullable List<PlacementRisk> risks) {

  private static final int RUNS = 10;

  /** Nothing. */
  public static Extras none() {
    return new Extras(null, null, List.of(), Map.of(), null, List.of(), null, null);
  }

  /** The number of the run that goes on, from 1. */
  public int run() {
    return PastRun.next(history);
  }

  /** The history with one run more. */
  public List<PastRun> historyWith(PastRun run) {
    List<PastRun> all = new ArrayList<>(history);
    all.add(run);
    return List.copyOf(all.subList(Math.max(0, all.size() - RUNS), all.size()));
  }
}
