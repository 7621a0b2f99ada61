package io.jopf.watch;

import static io.jopf.watch.Stream.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.jopf.ObjectKey;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReflectorTest {

  private final Stream stream = new Stream();

  @Test
  void what_is_there_at_first_is_told_as_initial_and_what_comes_later_is_not() {
    stream.server.objects = List.of(thing("a", "1", 5));
    stream.reflector.start();
    stream.server.send(Action.ADDED, thing("b", "2", 11));
    stream.server.send(Action.MODIFIED, thing("a", "1", 12));
    stream.server.send(Action.DELETED, thing("a", "1", 13));

    assertThat(stream.told)
        .containsExactly(
            "ADDED a 1@5 initial", "ADDED b 2@11", "MODIFIED a 1@12", "DELETED a 1@13");
    assertThat(stream.reflector.store().list())
        .extracting(known -> known.getMetadata().getName())
        .containsExactly("b");
  }

  @Test
  void a_watch_that_breaks_goes_on_from_the_last_event_or_bookmark_and_tells_nothing_twice() {
    stream.start(thing("a", "1", 5));
    stream.server.drop();
    stream.settle();
    stream.server.send(Action.MODIFIED, thing("a", "1", 11));
    stream.server.drop();
    stream.settle();
    stream.server.bookmark("15");
    stream.server.drop();
    stream.settle();

    assertThat(stream.server.asked)
        .containsExactly("watch from 10", "watch from 11", "watch from 15");
    assertThat(stream.told).containsExactly("MODIFIED a 1@11");
    assertThat(stream.isLive()).isTrue();
  }

  @Test
  void what_is_known_is_known_while_the_watch_is_broken() {
    stream.start(thing("a", "1", 5));
    stream.server.down = 0;
    stream.server.drop();
    stream.pass(300);

    assertThat(stream.reflector.store().get(new ObjectKey("default", "a"))).isNotNull();
    assertThat(stream.told).isEmpty();
  }

  @Test
  void five_minutes_without_a_server_that_comes_back_unchanged_mean_nothing() {
    stream.start(thing("a", "1", 5));
    stream.server.down = 0;
    stream.server.drop();
    stream.pass(300);
    assertThat(stream.isLive()).isFalse();
    stream.server.down = null;
    stream.settle();

    assertThat(stream.told).isEmpty();
    assertThat(stream.isLive()).isTrue();
    assertThat(stream.server.asked).doesNotContain("list").hasSizeBetween(30, 80);
  }

  @Test
  void a_watch_that_is_closed_at_once_again_and_again_is_asked_for_ever_more_rarely_and_recovers() {
    stream.start(thing("a", "1", 5));
    for (int drop = 0; drop < 20; drop++) {
      int asked = stream.server.asked.size();
      stream.server.drop();
      while (stream.server.asked.size() == asked) {
        stream.pass(1);
      }
    }
    stream.server.send(Action.MODIFIED, thing("a", "1", 30));

    assertThat(stream.told).containsExactly("MODIFIED a 1@30");
    // every fifth time it is listed: some servers say so that a version is too old
    assertThat(stream.server.asked.stream().filter("list"::equals)).hasSize(4);
  }

  @Test
  void many_streams_that_have_lost_one_server_do_not_come_back_all_at_once() {
    FakeTime time = new FakeTime();
    List<ScriptedSource> servers = new ArrayList<>();
    for (int seed = 0; seed < 100; seed++) {
      ScriptedSource server = new ScriptedSource();
      StreamRuntime runtime =
          new StreamRuntime(time, Runnable::run, Duration.ofSeconds(90), new Random(seed));
      new Reflector("things " + seed, server, Trimming.NONE, runtime, told -> {}, passed -> {})
          .start();
      servers.add(server);
      server.down = 0;
      server.drop();
    }
    time.advance(Duration.ofMinutes(5));
    for (ScriptedSource server : servers) {
      server.down = null;
      server.asked.clear();
    }

    for (int second = 1; second <= 11; second++) {
      long before = servers.stream().filter(server -> server.asked.isEmpty()).count();
      time.advance(Duration.ofSeconds(1));
      long after = servers.stream().filter(server -> server.asked.isEmpty()).count();
      assertThat(before - after).as("of 100 in second %s", second).isLessThan(25);
    }
    assertThat(servers).allSatisfy(server -> assertThat(server.asked).hasSize(1));
  }

  @Test
  void after_success_the_first_pause_is_short_again() {
    stream.start();
    for (int drop = 0; drop < 8; drop++) {
      stream.server.drop();
      stream.settle();
    }
    stream.server.bookmark("20");
    stream.server.asked.clear();
    stream.server.drop();
    stream.pass(1);

    assertThat(stream.server.asked).containsExactly("watch from 20");
  }

  @Test
  void a_version_that_is_gone_leads_to_a_list_and_what_vanished_is_deleted_once() {
    stream.start(thing("a", "1", 5), thing("b", "2", 6), thing("c", "3", 7));
    stream.server.objects = List.of(thing("a", "1", 5), thing("c", "3", 18));
    stream.server.version = "20";
    stream.server.drop(410, "too old resource version: 10 (19)");
    stream.settle();

    assertThat(stream.server.asked).containsExactly("list", "watch from 20");
    assertThat(stream.told).containsExactly("MODIFIED c 3@18", "DELETED b 2@6");
  }

  @Test
  void a_version_that_is_refused_when_the_watch_is_opened_leads_to_a_list_too() {
    stream.start(thing("a", "1", 5));
    for (int code : new int[] {410, 400}) {
      stream.server.asked.clear();
      stream.server.refusals.add(ScriptedSource.answer(code, "not from there"));
      stream.server.drop();
      stream.settle();

      assertThat(stream.server.asked).containsExactly("watch from 10", "list", "watch from 10");
    }
    assertThat(stream.told).isEmpty();
  }

  @Test
  void an_object_that_was_made_anew_meanwhile_is_told_as_deleted_and_as_added() {
    stream.start(thing("a", "1", 5));
    stream.server.objects = List.of(thing("a", "2", 18));
    stream.server.drop(410, "gone");
    stream.settle();

    assertThat(stream.told).containsExactly("DELETED a 1@5", "ADDED a 2@18");
  }

  @Test
  void a_list_comes_in_parts() {
    stream.server.pages.add(() -> new Page(List.of(thing("a", "1", 5)), "10", "x"));
    stream.server.pages.add(() -> new Page(List.of(thing("b", "2", 6)), "10", ""));
    stream.reflector.start();

    assertThat(stream.server.asked).containsExactly("list", "list after x", "watch from 10");
    assertThat(stream.told).containsExactly("ADDED a 1@5 initial", "ADDED b 2@6 initial");
  }

  @Test
  void a_list_whose_parts_take_too_long_is_read_as_a_whole() {
    stream.server.pages.add(() -> new Page(List.of(thing("a", "1", 5)), "10", "x"));
    stream.server.pages.add(
        () -> {
          throw ScriptedSource.answer(410, "The provided continue parameter is too old");
        });
    stream.server.objects = List.of(thing("b", "2", 6));
    stream.server.version = "12";
    stream.reflector.start();

    assertThat(stream.server.asked)
        .containsExactly("list", "list after x", "list whole", "watch from 12");
    assertThat(stream.told)
        .containsExactly("ADDED a 1@5 initial", "ADDED b 2@6 initial", "DELETED a 1@5");
  }

  @Test
  void a_list_from_before_what_was_seen_is_not_taken() {
    stream.start(thing("a", "1", 5));
    stream.server.send(Action.MODIFIED, thing("a", "1", 20));
    stream.server.version = "15";
    stream.server.drop(410, "gone");
    stream.pass(1);
    assertThat(stream.told).containsExactly("MODIFIED a 1@20");

    stream.server.objects = List.of(thing("a", "1", 20));
    stream.server.version = "21";
    stream.settle();
    assertThat(stream.told).containsExactly("MODIFIED a 1@20");
    assertThat(stream.isLive()).isTrue();
  }

  @Test
  void a_server_that_stays_in_the_past_was_put_back_to_it() {
    stream.start(thing("a", "1", 5));
    stream.server.send(Action.MODIFIED, thing("a", "1", 20));
    stream.server.version = "15";
    stream.server.drop(410, "gone");
    stream.pass(95);

    assertThat(stream.told).containsExactly("MODIFIED a 1@20", "MODIFIED a 1@5");
    assertThat(stream.isLive()).isTrue();
  }

  @Test
  void an_event_from_before_what_is_known_is_not_taken() {
    stream.start(thing("a", "1", 9));
    stream.server.send(Action.MODIFIED, thing("a", "1", 8));
    stream.server.send(Action.DELETED, thing("a", "0", 7));

    assertThat(stream.told).isEmpty();
  }

  @Test
  void versions_need_not_be_numbers() {
    stream.server.version = "v-10";
    stream.start(thing("a", "1", 5));
    stream.server.send(Action.MODIFIED, thing("a", "1", 6));
    stream.server.bookmark("v-11");
    stream.server.drop();
    stream.settle();

    assertThat(stream.server.asked).containsExactly("watch from v-11");
    assertThat(stream.told).containsExactly("MODIFIED a 1@6");
  }

  @Test
  void odd_objects_are_left_out_and_a_listener_that_fails_stops_nothing() {
    List<String> seen = new ArrayList<>();
    Stream other = new Stream();
    Reflector reflector =
        new Reflector(
            "things",
            other.server,
            Trimming.NONE,
            new StreamRuntime(other.time, Runnable::run, Duration.ofSeconds(90), new Random(1)),
            delivery -> {
              seen.add(delivery.latest().getMetadata().getName());
              throw new IllegalStateException("a listener's own fault");
            },
            version -> {});
    var nameless = thing("x", "9", 4);
    nameless.getMetadata().setName(null);
    other.server.objects = List.of(nameless, thing("a", "1", 5), thing("b", "2", 6));
    reflector.start();
    other.server.send(Action.ADDED, nameless);
    other.server.send(Action.ADDED, thing("c", "3", 11));

    assertThat(seen).containsExactly("a", "b", "c");
    assertThat(reflector.report().isLive()).isTrue();
  }

  @Test
  void who_manages_fields_is_neither_kept_nor_told() {
    var managed = thing("a", "1", 5);
    managed.getMetadata().setManagedFields(List.of(new ManagedFieldsEntry()));
    var later = thing("a", "1", 11);
    later.getMetadata().setManagedFields(List.of(new ManagedFieldsEntry()));
    stream.start(managed);
    stream.server.send(Action.MODIFIED, later);

    assertThat(managed.getMetadata().getManagedFields()).isNull();
    assertThat(later.getMetadata().getManagedFields()).isNull();
  }

  @Test
  void a_refresh_lists_anew_and_is_done_when_what_others_wrote_is_known() {
    stream.start(thing("a", "1", 5));
    stream.server.objects = List.of(thing("a", "1", 18));
    stream.server.version = "20";

    assertThat(stream.reflector.refresh()).isDone();

    assertThat(stream.told).containsExactly("MODIFIED a 1@18");
    assertThat(stream.server.asked).containsExactly("list", "watch from 20");
    assertThat(stream.server.closed).as("watches closed").isEqualTo(1);
  }

  @Test
  void a_refresh_is_not_done_before_the_server_answers() {
    stream.start(thing("a", "1", 5));
    stream.server.down = 0;
    CompletableFuture<?> refresh = stream.reflector.refresh();
    stream.pass(300);
    assertThat(refresh).isNotDone();

    stream.server.down = null;
    stream.settle();

    assertThat(refresh).isDone();
  }

  @Test
  void a_refresh_of_what_we_may_not_read_is_done_since_nothing_will_come() {
    stream.start(thing("a", "1", 5));
    stream.server.down = 403;

    assertThat(stream.reflector.refresh()).isDone();
    assertThat(stream.reflector.store().list()).hasSize(1);
  }

  @Test
  void a_refresh_does_not_wait_for_the_pause_after_a_failure_and_leaves_one_watch() {
    stream.start(thing("a", "1", 5));
    stream.server.drop();

    assertThat(stream.reflector.refresh()).isDone();
    stream.settle();

    assertThat(stream.server.asked).containsExactly("list", "watch from 10");
    assertThat(stream.isLive()).isTrue();
  }
}
