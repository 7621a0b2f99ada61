package io.jopf.jobflow;

import io.jopf.AdmissionException;
import io.jopf.Operation;
import io.jopf.Warnings;
import io.jopf.annotation.FailurePolicy;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.jopf.annotation.OnValidate;
import io.jopf.client.ServerAnswer;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.UnknownDependency;
import java.util.List;

/**
 * Refuses flows that could only fail. The handler says the same of those that come in while nobody
 * answers here.
 */
@Handlers(JobFlow.class)
class JobFlowRules {
  @OnValidate(
      operations = {Operation.CREATE, Operation.UPDATE},
      failurePolicy = FailurePolicy.IGNORE)
  void sound(JobFlow flow, Warnings warnings) {
    FlowPlan plan = FlowPlan.of(flow.getSpec());
    List<String> refusals = plan.refusals();
    if (!refusals.isEmpty()) {
      refuse(String.join("; ", refusals));
    }
    UnknownDependency.of(plan).forEach(unknown -> warnings.add(unknown.message()));
  }

  @OnValidate(operations = Operation.UPDATE, failurePolicy = FailurePolicy.IGNORE)
  void steps(@Old JobFlow before, @New JobFlow after) {
    boolean running =
        before.getStatus() != null
            && before.getStatus().startTime() != null
            && before.getStatus().completionTime() == null;
    String then = FlowPlan.of(before.getSpec()).topology();
    if (running && !then.equals(FlowPlan.of(after.getSpec()).topology())) {
      refuse("steps and their dependencies cannot be changed while the flow runs");
    }
  }

  private static void refuse(String why) {
    throw new AdmissionException(ServerAnswer.UNPROCESSABLE, why);
  }
}
