package io.jopf.bench.http;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.bench.measure.Samples;
import io.jopf.bench.run.Arguments;
import io.jopf.bench.run.ProcStatus;
import java.nio.file.Path;
import java.time.Duration;

/** The JVM of one client: creates objects, watches them arrive and prints the figures. */
final class LoadTrial {

  private static final double NANOS_PER_MS = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;

  private final ConfigMaps maps;
  private final Arrivals arrivals;

  private LoadTrial(ConfigMaps maps, Arrivals arrivals) {
    this.maps = maps;
    this.arrivals = arrivals;
  }

  public static void main(String[] args) {
    Arguments arguments =
        new Arguments(
            args,
            "kubeconfig",
            "namespace",
            "http1",
            "warm-up",
            "creates",
            "parallel",
            "sequential");
    Path kubeconfig = arguments.path("kubeconfig");
    String namespace = arguments.text("namespace");
    boolean http1 = arguments.text("http1", "false").equals("true");
    long start = System.nanoTime();
    try (KubernetesClient client =
        Connection.open(Connection.config(kubeconfig).withHttp2Disable(http1).build())) {
      client.getKubernetesVersion();
      print("first_call_ms", (System.nanoTime() - start) / NANOS_PER_MS);
      Arrivals arrivals = new Arrivals();
      client.configMaps().inNamespace(namespace).watch(arrivals);
      LoadTrial trial = new LoadTrial(new ConfigMaps(client, namespace), arrivals);
      trial.warmUp(arguments.number("warm-up", 1000), arguments.number("parallel", 64));
      trial.oneByOne(arguments.number("sequential", 300));
      trial.burst(arguments.number("creates", 2000), arguments.number("parallel", 64));
      trial.memory();
    }
    System.exit(0); // some clients leave threads behind for a while
  }

  private void warmUp(int count, int parallel) {
    maps.createAll("warm-", count, parallel);
    for (int i = 0; i < count / 10; i++) {
      maps.create("warm-one-" + i);
      arrivals.await("warm-one-" + i);
    }
  }

  private void oneByOne(int count) {
    Samples latency = new Samples();
    for (int i = 0; i < count; i++) {
      long start = maps.create("one-" + i);
      latency.add((arrivals.await("one-" + i) - start) / NANOS_PER_MS);
    }
    print("idle_p50_ms", latency.percentile(50));
    print("idle_p99_ms", latency.percentile(99));
  }

  private void burst(int count, int parallel) {
    Duration cpu = cpu();
    long start = System.nanoTime();
    long[] starts = maps.createAll("many-", count, parallel);
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    Samples latency = new Samples();
    for (int i = 0; i < count; i++) {
      latency.add((arrivals.await("many-" + i) - starts[i]) / NANOS_PER_MS);
    }
    print("creates_per_s", count / seconds);
    print("cpu_ms_per_create", (double) cpu().minus(cpu).toMillis() / count);
    print("load_p50_ms", latency.percentile(50));
    print("load_p99_ms", latency.percentile(99));
  }

  private void memory() {
    ProcStatus status = ProcStatus.of(ProcessHandle.current().pid());
    print("rss_mb", status.residentMb());
    print("peak_mb", status.peakMb());
    print("threads", (double) status.threads());
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static void print(String figure, double value) {
    System.out.println(figure + " " + value);
  }
}
