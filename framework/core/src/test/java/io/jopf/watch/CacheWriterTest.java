package io.jopf.watch;

import static io.jopf.watch.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CacheWriterTest {

  private static final ObjectKey KEY = new ObjectKey("default", "one");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final FakeTime time = new FakeTime();
  private final ScriptedSource server = new ScriptedSource();
  private final ObjectCache cache =
      new ObjectCache(
          new ResourceKind("a", "v1", "Thing", "things", true),
          "",
          Trimming.NONE,
          namespace -> server,
          new StreamRuntime(time, Runnable::run, Duration.ofSeconds(90), new Random(1)),
          PATIENCE);
  private final CacheWriter writer = cache.writer();
  private final List<String> told = new ArrayList<>();
  private final List<String> toldToOthers = new ArrayList<>();

  @BeforeEach
  void listen() {
    writer.listen(object -> told.add(object.getMetadata().getResourceVersion()));
    cache.listen(object -> toldToOthers.add(object.getMetadata().getResourceVersion()));
    cache.open("");
  }

  private void write(Supplier<GenericKubernetesResource> request) {
    writer.write(KEY, request, () -> true);
  }

  @Test
  void an_answer_that_nobody_sees_is_as_of_somebody_else() {
    writer.write(KEY, () -> thing(11, 1, "a"), () -> false);
    server.send(Action.ADDED, thing(11, 1, "a"));

    assertThat(told).containsExactly("11");
  }

  @Test
  void what_it_makes_is_told_to_others_only() {
    write(() -> thing(11, 1, "a"));
    server.send(Action.ADDED, thing(11, 1, "a"));
    write(() -> thing(12, 2, "a"));
    server.send(Action.MODIFIED, thing(12, 2, "a"));

    assertThat(told).isEmpty();
    assertThat(toldToOthers).containsExactly("11", "12");
  }

  @Test
  void an_event_before_the_answer_waits_for_it() {
    write(
        () -> {
          server.send(Action.ADDED, thing(11, 1, "a"));
          assertThat(told).isEmpty();
          return thing(11, 1, "a");
        });

    assertThat(told).isEmpty();
    assertThat(toldToOthers).containsExactly("11");
  }

  @Test
  void what_others_make_of_it_is_told_even_while_it_writes() {
    write(
        () -> {
          server.send(Action.ADDED, thing(11, 1, "a"));
          server.send(Action.MODIFIED, thing(12, 2, "a"));
          return thing(11, 1, "a");
        });
    server.send(Action.MODIFIED, thing(13, 3, "a"));

    assertThat(told).containsExactly("12", "13");
  }

  @Test
  void without_an_answer_what_came_meanwhile_is_told() {
    KubernetesClientException lost = new KubernetesClientException("no answer");

    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      server.send(Action.ADDED, thing(11, 1, "a"));
                      throw lost;
                    }))
        .isSameAs(lost);

    assertThat(told).containsExactly("11");
  }

  @Test
  void what_somebody_else_writes_through_the_same_cache_is_told() {
    CacheWriter other = cache.writer();
    other.write(KEY, () -> thing(11, 1, "a"), () -> true);
    server.send(Action.ADDED, thing(11, 1, "a"));

    assertThat(told).containsExactly("11");
  }

  @Test
  void its_deletion_is_told() {
    write(() -> thing(11, 1, "a"));
    server.send(Action.ADDED, thing(11, 1, "a"));
    server.send(Action.DELETED, thing(12, 1, "a"));

    assertThat(told).containsExactly("12");
  }

  @Test
  void a_state_from_the_past_is_told_whoever_has_made_it() {
    write(() -> thing(11, 1, "a"));

    writer.delivered(new Delivery(thing(12, 2, "a"), thing(11, 1, "a")));

    assertThat(told).containsExactly("11");
  }

  @Test
  void a_list_that_shows_its_later_state_is_told() {
    write(() -> thing(11, 1, "a"));
    GenericKubernetesResource edited = thing(12, 2, "a");
    server.objects = List.of(edited);
    server.version = "12";
    cache.refresh().join();

    assertThat(told).containsExactly("12");
  }

  @Test
  void an_answer_that_is_not_believed_any_more_is_told() {
    write(() -> thing(11, 1, "a"));
    server.bookmark("12");

    assertThat(told).containsExactly("11");
  }
}
