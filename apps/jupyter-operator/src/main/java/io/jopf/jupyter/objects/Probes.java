package io.jopf.jupyter.objects;

import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.jopf.jupyter.plan.NotebookPlan;

/** How the kubelet sees whether the server lives; the path answers without the token. */
final class Probes {

  private Probes() {}

  /** Five minutes to start, for slow file systems. */
  static Probe startup(NotebookPlan plan) {
    return probe(plan).withPeriodSeconds(5).withFailureThreshold(60).build();
  }

  static Probe readiness(NotebookPlan plan) {
    return probe(plan).withPeriodSeconds(10).withFailureThreshold(3).build();
  }

  /** Patient: a restart loses the kernels, and a server may be busy for minutes. */
  static Probe liveness(NotebookPlan plan) {
    return probe(plan).withPeriodSeconds(30).withFailureThreshold(10).build();
  }

  private static ProbeBuilder probe(NotebookPlan plan) {
    return new ProbeBuilder()
        .withNewHttpGet()
        .withPath("/" + plan.name() + "/api")
        .withNewPort(NotebookService.PORT)
        .endHttpGet()
        .withTimeoutSeconds(5);
  }
}
