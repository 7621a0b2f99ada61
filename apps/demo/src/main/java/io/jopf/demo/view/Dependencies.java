package io.jopf.demo.view;

import io.jopf.demo.state.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The dependencies of a flow's steps. A circle is cut somewhere; no flow runs with one. */
final class Dependencies {

  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, Integer> layers = new HashMap<>();

  Dependencies(List<Step> all) {
    all.forEach(step -> steps.put(step.name(), step));
  }

  boolean isKnown(String name) {
    return steps.containsKey(name);
  }

  /** 0 without dependencies, else one more than the deepest of them. */
  int layer(Step step) {
    Integer known = layers.get(step.name());
    if (known != null) {
      return known;
    }
    layers.put(step.name(), 0);
    int layer = 0;
    for (Step dependency : known(step)) {
      layer = Math.max(layer, layer(dependency) + 1);
    }
    layers.put(step.name(), layer);
    return layer;
  }

  /** The dependencies that no other dependency implies, in the written order. */
  List<String> direct(Step step) {
    Set<String> implied = new HashSet<>();
    for (Step dependency : known(step)) {
      implied.addAll(ancestors(dependency));
    }
    return step.dependencies().stream().filter(name -> !implied.contains(name)).toList();
  }

  private Set<String> ancestors(Step step) {
    Set<String> found = new HashSet<>();
    Deque<Step> open = new ArrayDeque<>(known(step));
    for (Step next = open.poll(); next != null; next = open.poll()) {
      if (found.add(next.name())) {
        open.addAll(known(next));
      }
    }
    return found;
  }

  private List<Step> known(Step step) {
    return step.dependencies().stream()
        .filter(steps::containsKey)
        .map(name -> Objects.requireNonNull(steps.get(name)))
        .toList();
  }
}
