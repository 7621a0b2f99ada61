package io.jopf.test.simulated;

import io.jopf.test.simulated.workload.Workloads;

/**
 * Decides how Jobs end, whatever their pods say: those that run and those of that name to come, as
 * long as nothing else is decided.
 */
public final class SimulatedJobs {

  private final Workloads workloads;

  SimulatedJobs(Workloads workloads) {
    this.workloads = workloads;
  }

  /** Its pods succeed at once. */
  public void succeed(String namespace, String name) {
    workloads.succeed(namespace, name);
  }

  /** Its pods fail at once. */
  public void fail(String namespace, String name) {
    workloads.fail(namespace, name);
  }

  /** Its pods run on until something else is decided. */
  public void hold(String namespace, String name) {
    workloads.hold(namespace, name);
  }
}
