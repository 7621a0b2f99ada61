package io.jopf.flow;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * One step of a plan.
 *
 * @param name unique within its plan
 * @param dependencies names of the steps that must succeed first; repeated names count once
 */
public record Step(String name, List<String> dependencies) {

  public Step {
    dependencies = List.copyOf(new LinkedHashSet<>(dependencies));
  }

  /** A step that starts after the steps named, at once if none are. */
  public static Step of(String name, String... dependencies) {
    return new Step(name, List.of(dependencies));
  }
}
