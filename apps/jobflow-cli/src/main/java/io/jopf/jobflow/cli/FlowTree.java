package io.jopf.jobflow.cli;

import io.jopf.flow.Dependency;
import io.jopf.flow.Stage;
import io.jopf.flow.Step;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.graph.Durations;
import io.jopf.jobflow.graph.StepTimes;
import io.jopf.jobflow.plan.FlowPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The steps of a flow as an indented list: each once, below the step it waits longest for, indented
 * where that has several followers. Of the turns of a loop only those that need a look are shown
 * when there are many.
 */
final class FlowTree {
  private static final int MANY_TURNS = 20;
  private static final int NAMES_SHOWN = 3;

  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, StepEntry> entries = new HashMap<>();
  private final Map<String, List<String>> children = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private final Table table = new Table("STEP", "STATE", "ATTEMPTS", "DURATION", "AFTER", "REASON");
  private final Instant now;

  private FlowTree(Instant now) {
    this.now = now;
  }

  /** One line for each step, below a heading. */
  static List<String> lines(JobFlow flow, Instant now) {
    FlowTree tree = new FlowTree(now);
    FlowPlan plan = FlowPlan.of(flow.getSpec());
    plan.plan().steps().forEach(step -> tree.steps.putIfAbsent(step.name(), step));
    if (flow.getStatus() != null && flow.getStatus().steps() != null) {
      flow.getStatus().steps().forEach(entry -> tree.entries.put(entry.name(), entry));
    }
    return tree.draw();
  }

  private List<String> draw() {
    List<String> roots = new ArrayList<>();
    for (Step step : steps.values()) {
      String parent = parent(step);
      if (parent.isEmpty()) {
        roots.add(step.name());
      } else {
        children.computeIfAbsent(parent, p -> new ArrayList<>()).add(step.name());
      }
    }
    for (Stage stage : Stage.values()) {
      List<String> own = roots.stream().filter(root -> step(root).stage() == stage).toList();
      if (!own.isEmpty() && stage != Stage.MAIN) {
        table.row(stage == Stage.ERROR ? "on failure:" : "finally:", "", "", "", "", "");
      }
      own.forEach(root -> draw(root, "", ""));
    }
    return table.lines();
  }

  private Step step(String name) {
    return Objects.requireNonNull(steps.get(name), name);
  }

  /** The step below which another one is shown; empty for a root. */
  private String parent(Step step) {
    if (step.group() != null) {
      return step.group().name();
    }
    String deepest = "";
    for (String name : waitsFor(step)) {
      if (deepest.isEmpty() || depth(name) > depth(deepest)) {
        deepest = name;
      }
    }
    return deepest;
  }

  /** The known steps of its stage that a step waits for; for a loop, those of its turns. */
  private List<String> waitsFor(Step step) {
    List<String> names = new ArrayList<>();
    for (Dependency dependency : step.dependencies()) {
      Step other = steps.get(dependency.step());
      if (other == null || other.stage() != step.stage()) {
        continue;
      }
      boolean turn = other.group() != null && other.group().name().equals(step.name());
      if (turn && names.isEmpty()) {
        names.addAll(waitsFor(other));
      } else if (!turn) {
        names.add(other.name());
      }
    }
    return names.stream().filter(name -> !name.equals(step.name())).distinct().toList();
  }

  private int depth(String name) {
    Integer known = depths.get(name);
    if (known == null) {
      depths.put(name, 0); // ends cycles
      known = 0;
      for (String other : waitsFor(step(name))) {
        known = Math.max(known, depth(other) + 1);
      }
      depths.put(name, known);
    }
    return known;
  }

  private void draw(String name, String branch, String below) {
    // a long chain is a long list: no recursion along it
    String next = name;
    String here = branch;
    while (!next.isEmpty()) {
      row(here, step(next));
      List<String> followers = shown(children.getOrDefault(next, List.of()));
      next = followers.size() == 1 ? followers.get(0) : "";
      here = below;
      if (followers.size() > 1) {
        for (int i = 0; i < followers.size(); i++) {
          boolean last = i == followers.size() - 1;
          draw(followers.get(i), below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
        }
      }
    }
  }

  private List<String> shown(List<String> followers) {
    List<String> turns = followers.stream().filter(name -> step(name).group() != null).toList();
    if (turns.size() <= MANY_TURNS) {
      return followers;
    }
    return followers.stream().filter(name -> !turns.contains(name) || needsLook(name)).toList();
  }

  private boolean needsLook(String name) {
    StepEntry entry = entries.get(name);
    return entry != null && !List.of("Succeeded", "Waiting", "Skipped").contains(entry.state());
  }

  private void row(String branch, Step step) {
    List<String> after = step.group() != null ? List.of() : waitsFor(step);
    String names = String.join(",", after.stream().limit(NAMES_SHOWN).toList());
    if (after.size() > NAMES_SHOWN) {
      names += ",+" + (after.size() - NAMES_SHOWN);
    }
    StepEntry entry = entries.get(step.name());
    if (entry == null) {
      table.row(branch + step.name(), "Waiting", "", "", names, "");
      return;
    }
    Duration took = StepTimes.took(entry, now);
    table.row(
        branch + step.name(),
        entry.state(),
        entry.attempts() == null ? "" : entry.attempts().toString(),
        took == null ? "" : Durations.text(took),
        names,
        why(entry));
  }

  private static String why(StepEntry entry) {
    String reason = Objects.requireNonNullElse(entry.reason(), "");
    String message = Objects.requireNonNullElse(entry.message(), "");
    return reason.isEmpty() || message.isEmpty() ? reason + message : reason + ": " + message;
  }
}
