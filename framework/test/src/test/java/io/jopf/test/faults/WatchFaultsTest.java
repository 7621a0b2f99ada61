package io.jopf.test.faults;

import static io.jopf.test.faults.Verb.LIST;
import static io.jopf.test.faults.Verb.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Scenario
class WatchFaultsTest {

  private static final String MAPS = "configmaps";

  private static void create(Cluster cluster, String name) {
    ConfigMap map = new ConfigMapBuilder().withNewMetadata().withName(name).endMetadata().build();
    cluster.client().resource(map).create();
  }

  private static boolean knows(SharedIndexInformer<ConfigMap> informer, String name) {
    return informer.getStore().list().stream()
        .anyMatch(map -> map.getMetadata().getName().equals(name));
  }

  /** A story about an informer that has begun to watch. */
  private static void watching(
      Cluster cluster,
      FaultProxy faults,
      BiConsumer<SharedIndexInformer<ConfigMap>, WatchFaults> story) {
    Config config =
        new ConfigBuilder(faults.config())
            .withWatchReconnectInterval(50)
            .withWebsocketPingInterval(500L)
            .build();
    WatchFaults watches = faults.watches(MAPS);
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
        SharedIndexInformer<ConfigMap> informer = client.configMaps().inform()) {
      cluster.await("it watches", () -> watches.open() == 1);
      create(cluster, "first");
      cluster.await("events arrive", () -> knows(informer, "first"));
      story.accept(informer, watches);
    }
    cluster.await("nothing stays open", () -> watches.open() == 0);
  }

  @Test
  void a_half_open_watch_tells_nothing_until_its_pings_are_missed(
      Cluster cluster, FaultProxy faults) {
    watching(
        cluster,
        faults,
        (informer, watches) -> {
          watches.halfOpen();
          create(cluster, "second");
          assertThat(watches.open()).isEqualTo(1);

          cluster.await("it has noticed", () -> faults.exchanges(WATCH, MAPS).size() > 1);
          cluster.await("it has caught up", () -> knows(informer, "second"));
        });
  }

  @Test
  void a_watch_breaks_in_the_middle_of_its_next_event(Cluster cluster, FaultProxy faults) {
    watching(
        cluster,
        faults,
        (informer, watches) -> {
          watches.resetMidEvent();
          assertThat(watches.open()).isEqualTo(1);
          create(cluster, "second");

          cluster.await("it has caught up", () -> knows(informer, "second"));
          assertThat(faults.exchanges(WATCH, MAPS)).hasSize(2);
        });
  }

  @Test
  void watches_end_in_good_order(Cluster cluster, FaultProxy faults) {
    watching(
        cluster,
        faults,
        (informer, watches) -> {
          watches.closeAll();
          create(cluster, "second");

          cluster.await("it has caught up", () -> knows(informer, "second"));
          assertThat(faults.exchanges(LIST, MAPS)).hasSize(1);
        });
  }

  @Test
  void the_next_watches_are_refused_or_end_at_once(Cluster cluster, FaultProxy faults) {
    watching(
        cluster,
        faults,
        (informer, watches) -> {
          Fault refused = watches.refuse(1);
          Fault ended = watches.endAtOnce(2);
          watches.resetAll();
          create(cluster, "second");

          cluster.await("it has caught up", () -> knows(informer, "second"));
          cluster.await("both have ended", () -> ended.count() == 2 && watches.open() == 1);
          assertThat(refused.count()).isEqualTo(1);
        });
  }

  @Test
  void an_error_event_makes_the_client_list_again(Cluster cluster, FaultProxy faults) {
    watching(
        cluster,
        faults,
        (informer, watches) -> {
          watches.sendError(410);
          create(cluster, "second");

          cluster.await("it has caught up", () -> knows(informer, "second"));
          assertThat(faults.exchanges(LIST, MAPS)).hasSize(2);
        });
  }

  @Test
  @Tag("control-plane-only")
  void a_watch_without_websocket_is_carried_and_broken_as_well(Cluster cluster, FaultProxy faults)
      throws IOException {
    URLConnection connection =
        URI.create(
                faults.config().getMasterUrl()
                    + "api/v1/namespaces/"
                    + cluster.namespace()
                    + "/configmaps?watch=true")
            .toURL()
            .openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + faults.config().getAutoOAuthToken());
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      create(cluster, "first");
      assertThat(lines.lines().filter(line -> line.contains("first")).findFirst())
          .hasValueSatisfying(line -> assertThat(line).contains("ADDED"));

      faults.watches(MAPS).sendError(410);

      assertThat(lines.lines())
          .hasSize(1)
          .allSatisfy(line -> assertThat(line).contains("\"ERROR\"").contains("410"));
    }
  }
}
