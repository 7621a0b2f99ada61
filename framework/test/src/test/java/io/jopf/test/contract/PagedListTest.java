package io.jopf.test.contract;

import static io.jopf.test.contract.Things.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapList;
import io.fabric8.kubernetes.api.model.ListOptions;
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
class PagedListTest {

  private static ConfigMap create(Cluster cluster, String name) {
    return cluster.client().resource(configMap(cluster, name, Map.of())).create();
  }

  private static ConfigMapList list(Cluster cluster, @Nullable String next) {
    ListOptions options = new ListOptionsBuilder().withLimit(2L).withContinue(next).build();
    return cluster.client().configMaps().withoutLabel("no-such-label").list(options);
  }

  private static List<String> names(ConfigMapList list) {
    return list.getItems().stream()
        .map(map -> map.getMetadata().getName())
        .filter(name -> !name.startsWith("kube-root"))
        .toList();
  }

  @Test
  void a_list_in_parts_shows_one_moment(Cluster cluster) {
    cluster.await(
        "the namespace has what every namespace has",
        () -> cluster.namespace().startsWith("jopf") || !cluster.list(ConfigMap.class).isEmpty());
    for (String name : List.of("a", "b", "c")) {
      create(cluster, name);
    }
    ConfigMapList first = list(cluster, null);
    assertThat(names(first)).containsExactly("a", "b");
    create(cluster, "bb");
    cluster.client().configMaps().withName("c").delete();

    ConfigMapList second = list(cluster, first.getMetadata().getContinue());
    assertThat(names(second)).containsExactly("c");
    assertThat(second.getMetadata().getResourceVersion())
        .isEqualTo(first.getMetadata().getResourceVersion());
    assertThat(second.getMetadata().getContinue()).isNullOrEmpty();
  }

  @Test
  void a_watch_ends_when_its_time_is_over_with_a_bookmark_to_go_on_from(Cluster cluster) {
    create(cluster, "a");
    ConfigMapList list = cluster.client().configMaps().list();
    List<String> bookmarks = new CopyOnWriteArrayList<>();
    ListOptions options =
        new ListOptionsBuilder()
            .withResourceVersion(list.getMetadata().getResourceVersion())
            .withAllowWatchBookmarks(true)
            .withTimeoutSeconds(3L)
            .build();
    Watcher<ConfigMap> watcher =
        new Watcher<>() {
          @Override
          public void eventReceived(Action action, ConfigMap object) {
            if (action == Action.BOOKMARK) {
              bookmarks.add(object.getMetadata().getResourceVersion());
            }
          }

          @Override
          public void onClose(@Nullable WatcherException cause) {}
        };

    try (Watch watch = cluster.client().configMaps().watch(options, watcher)) {
      cluster.await("it has come to its end and begun again", () -> bookmarks.size() >= 2);
      assertThat(watch).isNotNull();
    }
    assertThat(bookmarks)
        .allSatisfy(
            at ->
                assertThat(Long.parseLong(at))
                    .isGreaterThanOrEqualTo(
                        Long.parseLong(list.getMetadata().getResourceVersion())));
  }
}
