package io.jopf.test.contract;

import static io.jopf.test.contract.Things.MERGE;
import static io.jopf.test.contract.Things.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Scenario
class WatchTest {

  private static final class Seen implements Watcher<ConfigMap> {
    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void eventReceived(Action action, ConfigMap object) {
      String name = object.getMetadata().getName();
      if (!"kube-root-ca.crt".equals(name)) {
        events.add(action + " " + name);
      }
    }

    @Override
    public void onClose(@Nullable WatcherException cause) {}
  }

  private static ConfigMap create(Cluster cluster, String name) {
    ConfigMap object =
        new ConfigMapBuilder(configMap(cluster, name, Map.of()))
            .editMetadata()
            .addToLabels("watched", "yes")
            .endMetadata()
            .build();
    return cluster.client().resource(object).create();
  }

  @Test
  void a_watch_sees_every_change_in_order(Cluster cluster) {
    Seen seen = new Seen();
    try (Watch watch = cluster.client().configMaps().watch(seen)) {
      create(cluster, "a");
      cluster.client().configMaps().withName("a").patch(MERGE, "{\"data\":{\"x\":\"1\"}}");
      cluster.client().configMaps().withName("a").delete();

      cluster.await("all is seen", () -> seen.events.size() == 3);
      assertThat(seen.events).containsExactly("ADDED a", "MODIFIED a", "DELETED a");
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void a_watch_from_a_resource_version_sees_what_came_after(Cluster cluster) {
    create(cluster, "old");
    String from = cluster.client().configMaps().list().getMetadata().getResourceVersion();
    create(cluster, "new");
    Seen seen = new Seen();
    try (Watch watch =
        cluster
            .client()
            .configMaps()
            .watch(new ListOptionsBuilder().withResourceVersion(from).build(), seen)) {
      create(cluster, "newer");

      cluster.await("all is seen", () -> seen.events.contains("ADDED newer"));
      assertThat(seen.events).containsExactly("ADDED new", "ADDED newer");
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void an_object_that_leaves_the_selection_is_deleted_for_the_watch(Cluster cluster) {
    Seen seen = new Seen();
    try (Watch watch = cluster.client().configMaps().withLabel("watched", "yes").watch(seen)) {
      create(cluster, "a");
      cluster
          .client()
          .configMaps()
          .withName("a")
          .patch(MERGE, "{\"metadata\":{\"labels\":{\"watched\":\"no\"}}}");

      cluster.await("all is seen", () -> seen.events.size() == 2);
      assertThat(seen.events).containsExactly("ADDED a", "DELETED a");
      assertThat(watch).isNotNull();
    }
  }

  @Test
  void an_informer_follows(Cluster cluster) {
    create(cluster, "a");
    try (var informer = cluster.client().configMaps().withLabel("watched").inform()) {
      cluster.await("the first list is there", () -> informer.hasSynced());
      create(cluster, "b");
      cluster.client().configMaps().withName("a").delete();

      cluster.await(
          "it knows b alone",
          () ->
              informer.getStore().list().stream()
                  .map(c -> c.getMetadata().getName())
                  .toList()
                  .equals(List.of("b")));
    }
  }
}
