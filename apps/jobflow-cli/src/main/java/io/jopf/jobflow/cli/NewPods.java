package io.jopf.jobflow.cli;

import io.jopf.jobflow.cli.StepPods.StepPod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which pods have something to tell that was not there before. */
final class NewPods {
  private final Set<String> seen = new HashSet<>();
  private boolean all;

  /**
   * None seen yet.
   *
   * @param all whether of what is there at first earlier attempts count as well
   */
  NewPods(boolean all) {
    this.all = all;
  }

  /** Those of all there are that have begun since the last look. */
  List<StepPod> among(List<StepPod> there) {
    if (!all) {
      there.forEach(pod -> seen.add(pod.name()));
      StepPods.last(there).forEach(pod -> seen.remove(pod.name()));
      all = true; // what is yet to come is all to be told
    }
    return there.stream().filter(pod -> pod.hasBegun() && seen.add(pod.name())).toList();
  }
}
