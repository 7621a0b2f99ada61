package io.jopf.jobflow.lint;

import io.jopf.flow.Dependency;
import io.jopf.flow.Plan;
import io.jopf.flow.Step;
import io.jopf.jobflow.plan.PlannedStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which steps a name such as {@code steps.load.outputs.rows} can speak of. */
final class OutputNames {
  private static final Pattern NAME = Pattern.compile("steps\\.([^.]+)\\.outputs\\.([^.]+)");

  private final Map<String, Step> steps = new HashMap<>();

  OutputNames(Plan plan) {
    plan.steps().forEach(step -> steps.putIfAbsent(step.name(), step));
  }

  /** The step that a name speaks of; the name itself if it is none of these. */
  static String step(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches() ? parts.group(1) : name;
  }

  /** Why nothing can ever stand behind the name; empty if something can. */
  Optional<String> fault(PlannedStep user, String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("there is no " + name + ": outputs are steps.<step>.outputs.<key>");
    }
    String step = step(name);
    if (!steps.containsKey(step)) {
      return Optional.of("there is no " + name + Similar.hint(step, steps.keySet()));
    }
    return step.equals(user.name())
        ? Optional.of("there is no " + name + " before the step has run")
        : Optional.empty();
  }

  /** Whether the step that the name speaks of has always ended when the user starts. */
  boolean isBefore(PlannedStep user, String name) {
    Step start = steps.get(user.name());
    Step wanted = steps.get(step(name));
    if (start == null || wanted == null) {
      return true;
    }
    if (wanted.stage().compareTo(start.stage()) < 0) {
      return true;
    }
    Set<String> seen = new HashSet<>();
    Deque<Step> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      for (Dependency dependency : open.remove().dependencies()) {
        if (dependency.step().equals(wanted.name())) {
          return true;
        }
        Step next = steps.get(dependency.step());
        if (next != null && seen.add(next.name())) {
          open.add(next);
        }
      }
    }
    return false;
  }
}
