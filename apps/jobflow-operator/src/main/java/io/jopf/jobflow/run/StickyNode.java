package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.flow.Observed;
import io.jopf.flow.Start;
import io.jopf.flow.StepStatus;
import io.jopf.jobflow.api.JobFlowSpec;
import io.jopf.jobflow.job.ChildJob;
import io.jopf.jobflow.job.Marks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The node where the first step of a flow runs, for the others to run there too. */
final class StickyNode {
  private final boolean wanted;
  private @Nullable String name;

  /**
   * As far as it is stored.
   *
   * @param stored null if it is not known yet
   */
  StickyNode(@Nullable JobFlowSpec spec, @Nullable String stored) {
    wanted = spec != null && "Sticky".equals(spec.nodeBinding());
    name = wanted ? stored : null;
  }

  /** Null if it is not known, or not wanted. */
  @Nullable String name() {
    return name;
  }

  /** Whether steps have to wait for it. */
  boolean isAwaited() {
    return wanted && name == null;
  }

  /**
   * Looks where pods of this run were placed.
   *
   * @param steps what is known of the steps
   */
  void look(Jobs jobs, List<StepStatus> steps, World world) {
    if (!isAwaited()) {
      return;
    }
    Map<String, Integer> spent = new HashMap<>();
    steps.forEach(step -> spent.put(step.name(), step.spent()));
    jobs.byStep()
        .forEach(
            (step, job) -> {
              if (isAwaited() && Marks.attempt(job) > spent.getOrDefault(step, 0)) {
                name = world.nodeOf(job);
              }
            });
  }

  /** Of those that are due, the ones that may start: until it is known only one at a time. */
  List<Start> free(List<Start> due, Jobs jobs) {
    if (!isAwaited() || due.isEmpty()) {
      return due;
    }
    boolean runs = jobs.observed().values().stream().anyMatch(one -> one.phase().unfinished());
    List<Start> free = runs ? List.of() : due.subList(0, 1);
    for (Start start : due.subList(free.size(), due.size())) {
      String text = "where the first step runs is not known yet";
      jobs.without(start.step(), Observed.held("WaitingForNode", text));
    }
    return free;
  }

  void bind(Job job) {
    if (name != null) {
      ChildJob.bind(job, name);
    }
  }
}
