package io.jopf.watch;

import static io.jopf.watch.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectCacheTest {

  private static final ObjectKey KEY = new ObjectKey("default", "one");

  private final FakeTime time = new FakeTime();
  private final ScriptedSource server = new ScriptedSource();
  private final List<String> heard = new ArrayList<>();
  private final List<String> followed = new ArrayList<>();
  private final ObjectCache cache =
      new ObjectCache(
          new ResourceKind("a", "v1", "Thing", "things", true),
          "",
          Trimming.NONE,
          namespace -> server,
          new StreamRuntime(time, Runnable::run, Duration.ofSeconds(90), new Random(1)),
          Duration.ofSeconds(5));

  private void open() {
    cache.listen(object -> heard.add(object.getMetadata().getResourceVersion()));
    cache.follow(object -> followed.add(object.getMetadata().getResourceVersion()));
    cache.open("");
    server.send(Action.ADDED, thing(11, 1, "a"));
    heard.clear();
    followed.clear();
  }

  private String version() {
    return Objects.requireNonNull(cache.get(KEY)).getMetadata().getResourceVersion();
  }

  private static GenericKubernetesResource written() {
    return thing(12, 1, "b");
  }

  @Test
  void who_follows_hears_of_an_own_write_of_the_status_and_who_listens_does_not() {
    open();
    cache.write(KEY, ObjectCacheTest::written);
    server.send(Action.MODIFIED, written());

    assertThat(heard).isEmpty();
    assertThat(followed).containsExactly("12");
  }

  @Test
  void labels_are_those_of_our_last_write() {
    open();
    server.send(Action.MODIFIED, labelled(12, "web"));
    assertThat(cache.list(Map.of("app", "web"))).hasSize(1);

    cache.write(KEY, () -> labelled(13, "mail"));
    assertThat(cache.list(Map.of("app", "web"))).isEmpty();
    assertThat(cache.list(Map.of("app", "mail"))).hasSize(1);
  }

  private static GenericKubernetesResource labelled(int version, String app) {
    GenericKubernetesResource object = thing(version, 1, "a");
    object.getMetadata().setLabels(Map.of("app", app));
    return object;
  }

  @Test
  void an_answer_outranks_a_watch_that_says_nothing_until_it_is_replaced() {
    open();
    GenericKubernetesResource written = cache.write(KEY, ObjectCacheTest::written);
    time.advance(Duration.ofSeconds(85));

    assertThat(cache.get(KEY)).isSameAs(written);
    assertThat(heard).isEmpty();
  }

  @Test
  void an_answer_that_a_watch_opened_later_does_not_confirm_is_dropped_and_told() {
    open();
    cache.write(KEY, ObjectCacheTest::written);
    server.drop();
    time.advance(Duration.ofSeconds(15));

    assertThat(server.asked).containsExactly("list", "watch from 10", "watch from 11");
    assertThat(version()).isEqualTo("11");
    assertThat(heard).containsExactly("12");
    assertThat(followed).containsExactly("12");
  }

  @Test
  void an_answer_that_the_watch_is_past_is_dropped_at_once() {
    open();
    cache.write(KEY, ObjectCacheTest::written);
    server.bookmark("13");

    assertThat(version()).isEqualTo("11");
    assertThat(heard).containsExactly("12");
  }
}
