package io.jopf.test.simulated.workload;

import io.jopf.test.simulated.api.ApiServer;
import io.jopf.time.Time;
import java.util.List;

/** All parts of the cluster that make workloads happen. */
public final class Workloads {

  private final Kubelet kubelet;

  /** Sets the cluster going on a clock. */
  public Workloads(ApiServer server, Time time) {
    kubelet = new Kubelet(server, time);
    List.of(
            new Scheduler(server, time),
            kubelet,
            new Nodes(server, time),
            new JobController(server, time),
            new DeploymentController(server, time),
            new ReplicaSetController(server, time),
            new Volumes(server, time))
        .forEach(server::add);
  }

  /** Ends the pods of a Job well, those running and those to come. */
  public void succeed(String namespace, String job) {
    kubelet.decide(namespace, job, Kubelet.Verdict.SUCCEED);
  }

  /** Ends the pods of a Job badly, those running and those to come. */
  public void fail(String namespace, String job) {
    kubelet.decide(namespace, job, Kubelet.Verdict.FAIL);
  }

  /** Keeps the pods of a Job running until something else is decided. */
  public void hold(String namespace, String job) {
    kubelet.decide(namespace, job, Kubelet.Verdict.HOLD);
  }
}
