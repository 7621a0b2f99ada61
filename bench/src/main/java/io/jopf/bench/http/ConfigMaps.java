package io.jopf.bench.http;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Creates the objects that the clients are measured with. */
final class ConfigMaps {

  private static final String TEXT = "0123456789abcdef".repeat(32); // half a kilobyte each

  private final KubernetesClient client;
  private final String namespace;

  ConfigMaps(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** Returns the time of System.nanoTime before the request. */
  long create(String name) {
    ConfigMap map =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(name)
            .endMetadata()
            .addToData("text", TEXT)
            .build();
    long start = System.nanoTime();
    client.resource(map).create();
    return start;
  }

  /** Creates prefix0 to prefixN; returns the time before each request. */
  long[] createAll(String prefix, int count, int parallel) {
    ExecutorService pool = Executors.newFixedThreadPool(parallel);
    try {
      var starts =
          IntStream.range(0, count).mapToObj(i -> pool.submit(() -> create(prefix + i))).toList();
      return starts.stream().mapToLong(ConfigMaps::result).toArray();
    } finally {
      pool.shutdown();
    }
  }

  private static long result(Future<Long> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.<Long>failedFuture(e).join();
    }
  }
}
