package io.jopf.bench.http;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One client whose connections all fall silent, and what it takes to hear and to be heard again.
 */
final class SilentCase {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Path kubeconfig;
  private final String namespace;
  private final Silence silence;
  private final int limitSeconds;

  SilentCase(Path kubeconfig, String namespace, Silence silence, int limitSeconds) {
    this.kubeconfig = kubeconfig;
    this.namespace = namespace;
    this.silence = silence;
    this.limitSeconds = limitSeconds;
  }

  /**
   * Seconds until an informer told of a change made in the silence, and for a busy client seconds
   * until a request was answered; infinite if not within the limit.
   */
  Map<String, Double> run() {
    Config direct = Connection.config(kubeconfig).build();
    URI server = URI.create(direct.getMasterUrl());
    SilentProxy proxy = new SilentProxy(server.getHost(), server.getPort());
    KubernetesClient client =
        Connection.open(
            silence
                .apply(Connection.config(kubeconfig))
                .withMasterUrl("https://127.0.0.1:" + proxy.port() + "/")
                .build());
    ConfigMaps outside = new ConfigMaps(Connection.open(direct), namespace);
    String before = "before-" + silence.title().replace('_', '-');
    String after = "after-" + silence.title().replace('_', '-');

    Arrivals arrivals = new Arrivals();
    SharedIndexInformer<ConfigMap> informer =
        client.configMaps().inNamespace(namespace).inform(arrivals);
    outside.create(before);
    arrivals.await(before);
    get(client, before);

    proxy.fallSilent();
    long start = System.nanoTime();
    outside.create(after);
    Map<String, CompletableFuture<Long>> ends = new LinkedHashMap<>();
    ends.put("watch_" + silence.title(), arrivals.arrival(after));
    if (silence.busy()) {
      ends.put("request_" + silence.title(), answered(client, before));
    }
    Map<String, Double> seconds = new LinkedHashMap<>();
    ends.forEach((figure, end) -> seconds.put(figure, seconds(start, end)));
    informer.stop();
    return seconds;
  }

  private double seconds(long start, CompletableFuture<Long> end) {
    long spent = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    Long at = end.completeOnTimeout(Long.MIN_VALUE, limitSeconds - spent, TimeUnit.SECONDS).join();
    return at == Long.MIN_VALUE ? Double.POSITIVE_INFINITY : (at - start) / NANOS_PER_SECOND;
  }

  /** The time of System.nanoTime of the first answer to one request after the other. */
  private CompletableFuture<Long> answered(KubernetesClient client, String name) {
    CompletableFuture<Long> answer = new CompletableFuture<>();
    Thread requests =
        new Thread(
            () -> {
              while (!answer.isDone()) {
                if (get(client, name)) {
                  answer.complete(System.nanoTime());
                }
              }
            });
    requests.setDaemon(true);
    requests.start();
    return answer;
  }

  private boolean get(KubernetesClient client, String name) {
    try {
      return client.configMaps().inNamespace(namespace).withName(name).get() != null;
    } catch (KubernetesClientException e) {
      return false;
    }
  }
}
