package io.jopf.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Kahn's algorithm. Unknown dependencies and dependencies on oneself are passed over.
 *
 * @param order steps behind their dependencies; those in or behind a cycle are missing
 * @param cycle path of one cycle, its first step repeated at the end; empty if there is none
 */
record TopologicalSort(List<Step> order, List<String> cycle) {

  static TopologicalSort of(Map<String, Step> steps) {
    Map<String, Integer> missing = new LinkedHashMap<>();
    Map<String, List<String>> dependents = new HashMap<>();
    for (Step step : steps.values()) {
      List<String> needs = needs(step, steps.keySet());
      missing.put(step.name(), needs.size());
      needs.forEach(n -> dependents.computeIfAbsent(n, x -> new ArrayList<>()).add(step.name()));
    }
    Deque<String> free = new ArrayDeque<>();
    missing.forEach((name, count) -> add(free, name, count));
    List<Step> order = new ArrayList<>(steps.size());
    while (!free.isEmpty()) {
      String name = free.remove();
      missing.remove(name);
      Step step = steps.get(name);
      if (step != null) {
        order.add(step);
      }
      for (String dependent : dependents.getOrDefault(name, List.of())) {
        add(free, dependent, missing.merge(dependent, -1, Integer::sum));
      }
    }
    return new TopologicalSort(List.copyOf(order), cycle(missing.keySet(), steps));
  }

  private static void add(Deque<String> free, String name, int missing) {
    if (missing == 0) {
      free.add(name);
    }
  }

  private static List<String> needs(Step step, Collection<String> known) {
    return step.dependencies().stream()
        .filter(name -> known.contains(name) && !name.equals(step.name()))
        .toList();
  }

  /** Every step left over needs another one left over, so walking that way must meet itself. */
  private static List<String> cycle(Set<String> leftOver, Map<String, Step> steps) {
    Set<String> path = new LinkedHashSet<>();
    String at = leftOver.stream().findFirst().orElse(null);
    while (at != null && path.add(at)) {
      Step step = steps.get(at);
      at = step == null ? null : needs(step, leftOver).stream().findFirst().orElse(null);
    }
    if (at == null) {
      return List.of();
    }
    List<String> cycle =
        new ArrayList<>(path).subList(new ArrayList<>(path).indexOf(at), path.size());
    List<String> closed = new ArrayList<>(cycle);
    closed.add(at);
    return List.copyOf(closed);
  }
}
