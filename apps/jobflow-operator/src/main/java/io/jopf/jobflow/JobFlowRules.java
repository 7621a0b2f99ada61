package io.jopf.jobflow;

import io.fabric8.kubernetes.client.KubernetesClient;
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
import io.jopf.jobflow.node.PlacementRisk;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.UnknownDependency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Refuses flows that could only fail. The handler says the same of those that come in while nobody
 * answers here.
 */
@Handlers(JobFlow.class)
class JobFlowRules {
  private final KubernetesClient client;

  JobFlowRules(KubernetesClient client) {
    this.client = client;
  }

  @OnValidate(
      operations = {Operation.CREATE, Operation.UPDATE},
      failurePolicy = FailurePolicy.IGNORE)
  void sound(@Old @Nullable JobFlow before, @New JobFlow flow, Warnings warnings) {
    if (Specs.areSame(before, flow)) {
      return; // whatever is wrong with it: it must be possible to delete it
    }
    FlowPlan plan = FlowPlan.of(flow.getSpec());
    List<String> refusals = plan.refusals();
    if (!refusals.isEmpty()) {
      refuse(String.join("; ", refusals));
    }
    var cluster =
        new FewQuestions(ClusterPlacement.asking(client, flow.getMetadata().getNamespace()));
    PlacementRisk.of(flow.getSpec(), null, cluster).forEach(risk -> warnings.add(risk.message()));
    UnknownDependency.of(plan).forEach(unknown -> warnings.add(unknown.message()));
  }

  @OnValidate(operations = Operation.UPDATE, failurePolicy = FailurePolicy.IGNORE)
  void steps(@Old JobFlow before, @New JobFlow after) {
    boolean running =
        before.getStatus() != null
            && before.getStatus().startTime() != null
            && before.getStatus().completionTime() == null;
    if (!running) {
      return;
    }
    String then = FlowPlan.of(before.getSpec()).topology();
    if (!then.equals(FlowPlan.of(after.getSpec()).topology())) {
      refuse("steps and their dependencies cannot be changed while the flow runs");
    }
    same("concurrencyKey", before.getSpec().concurrencyKey(), after.getSpec().concurrencyKey());
    same("nodeBinding", before.getSpec().nodeBinding(), after.getSpec().nodeBinding());
  }

  private static void same(String field, @Nullable String before, @Nullable String after) {
    if (!Objects.equals(before, after)) {
      refuse(
          "spec.%s cannot be changed from %s to %s while the flow runs"
              .formatted(field, before, after));
    }
  }

  private static void refuse(String why) {
    throw new AdmissionException(ServerAnswer.UNPROCESSABLE, why);
  }
}
