package io.jopf.test.scenarios.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A certificate that lives for twenty seconds. */
@JopfTest(
    handlers = ThingRules.class,
    crds = Things.DEFINITION,
    properties = "jopf.admission.validity=20s")
@Tag("control-plane-only")
class RotationTest {

  private static final int CLIENTS = 4;

  @Test
  void no_request_is_refused_while_the_certificate_changes(Cluster cluster) {
    new Webhooks(cluster)
        .awaitAsked(
            () -> cluster.client().resource(Things.thing("large", 101)).dryRun().create(), true);
    String first = certificate(cluster);
    AtomicInteger answered = new AtomicInteger();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<CompletableFuture<Void>> all =
          IntStream.range(0, CLIENTS)
              .mapToObj(
                  number ->
                      CompletableFuture.runAsync(
                          () -> {
                            String last = first;
                            for (int changes = 0; changes < 2; ) {
                              Thing thing = Things.thing("tom" + number, 1);
                              Thing stored = cluster.client().resource(thing).dryRun().create();
                              assertThat(stored.getMetadata().getLabels()).containsKey("spelling");
                              answered.incrementAndGet();
                              String now = certificate(cluster);
                              changes += now.equals(last) ? 0 : 1;
                              last = now;
                            }
                          },
                          clients))
              .toList();
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    } finally {
      clients.shutdownNow();
    }
    assertThat(answered).hasValueGreaterThan(CLIENTS * 2);
  }

  private static String certificate(Cluster cluster) {
    Secret secret = cluster.get(Secret.class, "test-operator-webhook-cert");
    return Objects.requireNonNull(secret).getData().getOrDefault("tls.crt", "");
  }
}
