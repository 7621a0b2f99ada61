package io.jopf.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who depends on whom, by the steps' numbers: sorted once by Kahn's algorithm, walked forwards
 * afterwards. Dependencies that no step answers to, and those on oneself, are left out. Immutable.
 */
final class Graph {

  /** Something that {@code to} wants of another step. */
  record Edge(int to, Need need) {}

  private final List<Step> steps;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<List<Edge>> out = new ArrayList<>();
  private final int[] in;
  private final List<Integer> order;
  private final BitSet blocked = new BitSet();
  private final BitSet reacting = new BitSet();

  Graph(List<Step> steps) {
    this.steps = List.copyOf(steps);
    for (Step step : steps) {
      numbers.put(step.name(), numbers.size());
      out.add(new ArrayList<>());
    }
    in = new int[steps.size()];
    for (Step step : steps) {
      for (Dependency dependency : step.dependencies()) {
        Integer from = known(step, dependency);
        if (from != null) {
          out.get(from).add(new Edge(number(step.name()), dependency.need()));
          in[number(step.name())]++;
        }
      }
    }
    order = sorted();
    order.forEach(this::judge);
  }

  /** The number of the step that is meant; null if there is none that can be meant. */
  private @Nullable Integer known(Step step, Dependency dependency) {
    Integer from = numbers.get(dependency.step());
    boolean usable =
        from != null
            && !dependency.step().equals(step.name())
            && steps.get(from).stage().compareTo(step.stage()) <= 0;
    return usable ? from : null;
  }

  private List<Integer> sorted() {
    int[] missing = in.clone();
    List<Integer> sorted = new ArrayList<>(missing.length);
    Deque<Integer> free = new ArrayDeque<>();
    for (int i = 0; i < missing.length; i++) {
      if (missing[i] == 0) {
        free.add(i);
      }
    }
    while (!free.isEmpty()) {
      int next = free.remove();
      sorted.add(next);
      for (Edge edge : out.get(next)) {
        if (--missing[edge.to()] == 0) {
          free.add(edge.to());
        }
      }
    }
    return sorted;
  }

  /** What follows from the step's place in the graph alone; its dependencies are judged before. */
  private void judge(int number) {
    Step step = steps.get(number);
    int missing = 0;
    boolean unknown = false;
    for (Dependency dependency : step.dependencies()) {
      Integer from = known(step, dependency);
      unknown |= from == null;
      if (from != null) {
        missing += blocked.get(from) ? 1 : 0;
        boolean reacts = dependency.need().reacts() && step.work() != Work.GROUP;
        if (reacts || reacting.get(from)) {
          reacting.set(number);
        }
      }
    }
    boolean all = step.trigger() == Trigger.ALL;
    if (unknown || (all ? missing > 0 : missing > 0 && missing == in[number])) {
      blocked.set(number);
    }
  }

  List<Step> steps() {
    return steps;
  }

  int number(String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }

  boolean has(String name) {
    return numbers.containsKey(name);
  }

  List<Edge> out(int number) {
    return out.get(number);
  }

  int dependencies(int number) {
    return in[number];
  }

  /** Every step behind the ones it depends on; those in or behind a cycle are missing. */
  List<Integer> order() {
    return order;
  }

  /** Whether the step can never start, because the plan lacks a step that it needs. */
  boolean blocked(int number) {
    return blocked.get(number);
  }

  /** Whether the step is there for the case that something fails. */
  boolean reacting(int number) {
    return reacting.get(number);
  }

  /** The names the step gives that cannot be meant. */
  List<String> unknown(Step step) {
    return step.dependencies().stream()
        .filter(d -> !d.step().equals(step.name()) && known(step, d) == null)
        .map(Dependency::step)
        .distinct()
        .toList();
  }

  /** The path of one cycle, its first step repeated at the end; empty if there is none. */
  List<String> cycle() {
    Set<String> leftOver = new LinkedHashSet<>(numbers.keySet());
    order.forEach(number -> leftOver.remove(steps.get(number).name()));
    // every step left over needs another one left over, so walking that way must meet itself
    List<String> path = new ArrayList<>();
    String at = leftOver.stream().findFirst().orElse(null);
    Set<String> seen = new LinkedHashSet<>();
    while (at != null && seen.add(at)) {
      path.add(at);
      at = before(steps.get(number(at)), leftOver);
    }
    if (at == null) {
      return List.of();
    }
    List<String> closed = new ArrayList<>(path.subList(path.indexOf(at), path.size()));
    closed.add(at);
    return List.copyOf(closed);
  }

  private @Nullable String before(Step step, Set<String> among) {
    return step.dependencies().stream()
        .filter(d -> among.contains(d.step()) && known(step, d) != null)
        .map(Dependency::step)
        .findFirst()
        .orElse(null);
  }
}
