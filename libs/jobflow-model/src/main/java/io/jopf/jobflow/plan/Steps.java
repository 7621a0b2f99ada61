package io.jopf.jobflow.plan;

import io.jopf.flow.Need;
import io.jopf.flow.Stage;
import io.jopf.flow.Step;
import io.jopf.flow.StepBuilder;
import io.jopf.flow.Trigger;
import io.jopf.flow.Work;
import io.jopf.jobflow.api.Dependency;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlowSpec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Reads one step. */
final class Steps {

  private Steps() {}

  static Step of(JobFlowSpec spec, Flow flow, Stage stage) {
    StepBuilder step =
        Step.named(Objects.requireNonNullElse(flow.name(), ""))
            .stage(stage)
            .after(Objects.requireNonNullElse(flow.dependencies(), List.of()))
            .trigger("Any".equals(flow.triggerRule()) ? Trigger.ANY : Trigger.ALL)
            .work(work(flow))
            .approval(Boolean.TRUE.equals(flow.approval()))
            .ignoreFailure("Ignore".equals(flow.failurePolicy()))
            .retry(Retries.of(flow.retry(), spec.retry()))
            .pendingTimeout(
                flow.pendingTimeoutSeconds() == null
                    ? null
                    : Duration.ofSeconds(flow.pendingTimeoutSeconds()));
    for (Dependency on : Objects.requireNonNullElse(flow.dependsOn(), List.<Dependency>of())) {
      step.needs(Objects.requireNonNullElse(on.name(), ""), need(on));
    }
    return step.build();
  }

  /** A step with a template has work to do, whatever else it says. */
  private static Work work(Flow flow) {
    boolean template =
        flow.jobTemplate() != null
            || (flow.jobTemplateRef() != null && !flow.jobTemplateRef().isEmpty());
    boolean waits = Boolean.TRUE.equals(flow.barrier()) || Boolean.TRUE.equals(flow.approval());
    return !template && waits ? Work.NOTHING : Work.JOB;
  }

  private static Need need(Dependency on) {
    return switch (Objects.requireNonNullElse(on.condition(), "")) {
      case "Failed" -> Need.FAILED;
      case "Finished" -> Need.FINISHED;
      case "Running" -> Need.RUNNING;
      default -> Need.SUCCEEDED;
    };
  }
}
