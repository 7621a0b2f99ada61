package io.jopf.flow;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan.
 *
 * @param name unique within its plan
 * @param stage the part of the flow it belongs to
 * @param dependencies what it waits for; may name steps of its own stage and of earlier ones.
 *     Repeated ones count once
 * @param trigger how many of them it waits for
 * @param work what it does
 * @param approval whether somebody has to approve it once its dependencies are met
 * @param ignoreFailure whether its failure leaves the flow and its dependents unharmed
 * @param retry when it is tried again
 * @param pendingTimeout how long it may be due without running before it fails; null for ever
 * @param group the group it is an item of, null for none
 */
public record Step(
    String name,
    Stage stage,
    List<Dependency> dependencies,
    Trigger trigger,
    Work work,
    boolean approval,
    boolean ignoreFailure,
    Retry retry,
    @Nullable Duration pendingTimeout,
    @Nullable Group group) {

  public Step {
    dependencies = List.copyOf(new LinkedHashSet<>(dependencies));
  }

  /** A step that runs a job after the steps named passed, at once if none are. */
  public static Step of(String name, String... dependencies) {
    return named(name).after(List.of(dependencies)).build();
  }

  /** Starts from a step that runs a job at once. */
  public static StepBuilder named(String name) {
    return new StepBuilder(name);
  }

  /** Whether, going on from there, another job may have to be made for it. */
  public boolean mayStart(StepStatus status) {
    return switch (status.state()) {
      case WAITING, RETRY_WAIT -> true;
      case RUNNING ->
          retry.on().contains(Retry.Trouble.LOST)
              || retry.allows(status.attempts() - status.spent());
      default -> false;
    };
  }

  String approvedAs() {
    return group == null ? name : group.name();
  }
}
