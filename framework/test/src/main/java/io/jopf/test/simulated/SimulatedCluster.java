package io.jopf.test.simulated;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.mockwebserver.dsl.MockServerExpectation;
import io.jopf.test.Cluster;
import io.jopf.test.ClusterDump;
import io.jopf.test.Timeline;
import io.jopf.test.VirtualTime;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.test.simulated.api.ClusterObjects;
import io.jopf.test.simulated.workload.Nodes;
import io.jopf.test.simulated.workload.Workloads;
import io.jopf.time.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * A cluster without Kubernetes. It has one node, {@code node1}, the usual namespaces and the test's
 * own; workloads run on its clock.
 */
public final class SimulatedCluster implements Cluster {

  private static final String NAMESPACE = "jopf-test";

  private final Time time;
  private final ApiServer api;
  private final MockServer server;
  private final SimulatedJobs jobs;
  private final KubernetesClient client;
  private final Waiting waiting;
  private final Timeline timeline;

  private SimulatedCluster(Time time, int port) {
    this.time = time;
    api = new ApiServer(time::now);
    jobs = new SimulatedJobs(new Workloads(api, time));
    server = new MockServer(api, port);
    client = new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig())).build();
    timeline = new Timeline(time::now);
    waiting = new Waiting(api, time, () -> ClusterDump.of(this));
    api.run(() -> furnish(api.objects()));
  }

  private static void furnish(ClusterObjects objects) {
    for (String name : List.of("default", "kube-system", "kube-public", NAMESPACE)) {
      objects.create(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build());
    }
    objects.create(Nodes.ready("node1"));
  }

  /** Starts a cluster on a virtual clock, which {@link #await} and the test move. */
  public static SimulatedCluster start() {
    return start(new VirtualTime());
  }

  /** Starts a cluster on a clock, on a free port. */
  public static SimulatedCluster start(Time time) {
    return start(time, 0);
  }

  /**
   * Starts a cluster on a clock.
   *
   * @param port where to listen on 127.0.0.1; 0 for a free one
   */
  public static SimulatedCluster start(Time time, int port) {
    return new SimulatedCluster(time, port);
  }

  @Override
  public KubernetesClient client() {
    return client;
  }

  @Override
  public String namespace() {
    return NAMESPACE;
  }

  /** The clock that workloads run on. */
  public Time time() {
    return time;
  }

  /** Steers Jobs. */
  public SimulatedJobs jobs() {
    return jobs;
  }

  /** The address of the API server. */
  public String url() {
    return server.url();
  }

  /** Text of a kubeconfig for this cluster. */
  public String kubeconfig() {
    return Kubeconfig.of(server.url(), NAMESPACE);
  }

  /** Writes a kubeconfig, with which other processes find this cluster. */
  public void writeKubeconfig(Path file) {
    try {
      Files.writeString(file, kubeconfig());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Prepares an answer that is given instead of the cluster's own, for tests of failures: {@code
   * expect().get().withPath(path).andReturn(503, "").once()}.
   */
  public MockServerExpectation expect() {
    return server.expect();
  }

  /** Ends all watches with 410 Gone and forgets what they could resume from. */
  public void expireWatches() {
    api.expireWatches();
  }

  /**
   * Makes {@link #await} let time pass only while this says so as well; an operator that works is
   * not idle.
   *
   * @param who has one say at a time
   * @param seen whether it has seen everything up to a resource version
   */
  public void waitsFor(Object who, BooleanSupplier idle, Predicate<String> seen) {
    waiting.waitsFor(who, idle, seen);
  }

  /** Does not ask any more. */
  public void waitsNoMoreFor(Object who) {
    waiting.waitsNoMoreFor(who);
  }

  @Override
  public Timeline timeline() {
    return timeline;
  }

  @Override
  public void await(String what, BooleanSupplier condition) {
    waiting.until(what, condition);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
