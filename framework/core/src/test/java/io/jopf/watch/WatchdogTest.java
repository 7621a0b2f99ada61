package io.jopf.watch;

import static io.jopf.watch.Stream.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Watcher.Action;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private final Stream stream = new Stream();

  @Test
  void a_connection_that_has_died_without_a_word_is_doubted_and_then_replaced_in_time() {
    stream.start(thing("a", "1", 5));
    var dead = stream.server.watcher();
    stream.pass(59);
    assertThat(stream.isLive()).isTrue();

    stream.pass(12);
    assertThat(stream.reflector.report().text()).isEqualTo("things: silent (nothing heard of it)");
    assertThat(stream.server.asked).isEmpty();

    stream.pass(19);
    assertThat(stream.server.asked).containsExactly("watch from 10");
    assertThat(stream.server.closed).isEqualTo(1);
    assertThat(stream.isLive()).isTrue();
    assertThat(stream.reflector.report().restarts()).isEqualTo(1);

    dead.eventReceived(Action.DELETED, thing("a", "1", 11));
    assertThat(stream.told).isEmpty();
  }

  @Test
  void however_its_moment_falls_a_death_is_noticed_within_the_timeout_and_doubted_before() {
    for (int moment = 0; moment < 20; moment++) {
      Stream other = new Stream();
      other.start(thing("a", "1", 5));
      other.pass(moment);
      other.server.bookmark("10");
      int doubted = 0;
      int replaced = 0;
      for (int second = 1; replaced == 0 && second <= 200; second++) {
        other.pass(1);
        doubted = doubted == 0 && !other.isLive() ? second : doubted;
        replaced = other.server.closed > 0 ? second : 0;
      }

      assertThat(doubted).as("doubted after a death at %s s", moment).isBetween(60, 71);
      assertThat(replaced).as("replaced after a death at %s s", moment).isBetween(72, 90);
    }
  }

  @Test
  void a_watch_that_ends_before_its_time_is_told_until_there_is_another() {
    stream.start(thing("a", "1", 5));
    stream.pass(20);
    stream.server.drop();
    assertThat(stream.reflector.report().text())
        .isEqualTo("things: not connected (Exhausted reconnects)");

    stream.pass(1);
    assertThat(stream.isLive()).isTrue();
  }

  @Test
  void a_watch_that_ends_when_its_time_has_come_is_nothing_to_tell() {
    stream.start(thing("a", "1", 5));
    stream.pass(45);
    stream.server.drop();

    assertThat(stream.isLive()).isTrue();
  }

  @Test
  void a_server_that_cannot_be_reached_is_told_at_once() {
    stream.start(thing("a", "1", 5));
    stream.pass(45);
    stream.server.down = 0;
    stream.server.drop();
    assertThat(stream.isLive()).isTrue();

    stream.pass(1);
    assertThat(stream.reflector.report().text()).isEqualTo("things: not connected (no route)");
  }

  @Test
  void when_nothing_answers_any_more_it_stays_in_doubt_until_something_does() {
    stream.start();
    stream.pass(85);
    stream.server.down = 0;
    stream.pass(600);
    assertThat(stream.isLive()).isFalse();

    stream.server.down = null;
    stream.settle();
    assertThat(stream.isLive()).isTrue();
  }

  @Test
  void an_hour_of_nothing_but_bookmarks_is_no_silence_and_tells_nothing() {
    stream.start(thing("a", "1", 5));
    for (int minute = 1; minute <= 60; minute++) {
      for (int second = 0; second < 55; second++) {
        stream.pass(1);
        assertThat(stream.isLive()).isTrue();
      }
      stream.server.bookmark(Integer.toString(10 + minute));
    }

    assertThat(stream.server.asked).isEmpty();
    assertThat(stream.told).isEmpty();
  }

  @Test
  void an_hour_without_even_bookmarks_is_no_silence_when_the_server_ends_watches_as_asked() {
    stream.start(thing("a", "1", 5));
    for (int renewal = 1; renewal <= 80; renewal++) {
      for (int second = 0; second < 45; second++) {
        stream.pass(1);
        assertThat(stream.isLive()).isTrue();
      }
      stream.server.drop();
    }

    assertThat(stream.server.asked).containsOnly("watch from 10");
    assertThat(stream.told).isEmpty();
    assertThat(stream.reflector.report().restarts()).isZero();
  }

  @Test
  void watches_are_asked_to_end_well_before_they_would_be_missed_and_not_all_at_once() {
    StreamRuntime runtime =
        new StreamRuntime(stream.time, Runnable::run, Duration.ofSeconds(90), new Random(7));

    for (int watch = 0; watch < 100; watch++) {
      assertThat(runtime.renewal()).isBetween(Duration.ofSeconds(33), Duration.ofSeconds(45));
    }
    assertThat(runtime.renewal()).isNotEqualTo(runtime.renewal());
  }

  @Test
  void a_kind_that_is_not_served_is_waited_for_and_then_followed() {
    stream.server.down = 404;
    stream.reflector.start();
    assertThat(stream.reflector.report().text()).isEqualTo("things: not served (as told)");
    stream.pass(60);
    assertThat(stream.server.asked).hasSizeBetween(6, 20);

    stream.server.down = null;
    stream.server.objects = List.of(thing("a", "1", 5));
    stream.pass(10);
    assertThat(stream.told).containsExactly("ADDED a 1@5 initial");
    assertThat(stream.isLive()).isTrue();
  }

  @Test
  void objects_of_a_kind_that_is_no_longer_served_are_gone_but_not_at_the_first_word() {
    stream.start(thing("a", "1", 5));
    stream.server.down = 404;
    stream.server.drop();
    stream.pass(1);
    assertThat(stream.told).isEmpty();

    stream.pass(30);
    assertThat(stream.told).containsExactly("DELETED a 1@5");

    stream.server.down = null;
    stream.server.objects = List.of(thing("a", "2", 25));
    stream.server.version = "30";
    stream.pass(10);
    assertThat(stream.told).containsExactly("DELETED a 1@5", "ADDED a 2@25");
  }

  @Test
  void what_we_may_not_read_is_asked_for_rarely_and_followed_when_we_may() {
    stream.server.down = 403;
    stream.reflector.start();
    assertThat(stream.reflector.report().text()).isEqualTo("things: refused (as told)");
    stream.pass(600);
    assertThat(stream.server.asked).hasSizeBetween(10, 25);

    stream.server.down = null;
    stream.pass(61);
    assertThat(stream.isLive()).isTrue();
  }

  @Test
  void whoever_waits_for_the_first_list_does_not_wait_for_what_cannot_come() throws Exception {
    stream.server.down = 403;
    stream.reflector.start();

    stream.reflector.awaitSettled();
    assertThat(stream.told).isEmpty();
  }

  @Test
  void after_the_end_nothing_is_asked_and_nothing_told() {
    stream.start(thing("a", "1", 5));
    stream.reflector.stop();
    stream.pass(600);

    assertThat(stream.server.asked).isEmpty();
    assertThat(stream.server.closed).isEqualTo(1);
    assertThat(stream.time.waiting()).isZero();
    assertThat(stream.told).isEmpty();
  }

  @Test
  void what_is_dropped_is_told_as_gone() {
    stream.start(thing("a", "1", 5));
    stream.reflector.drop();

    assertThat(stream.told).containsExactly("DELETED a 1@5");
  }

  @Test
  void a_busy_server_is_not_asked_again_within_a_second_and_what_is_known_stays() {
    stream.start(thing("a", "1", 5));
    stream.server.refusals.add(ScriptedSource.answer(429, "too many requests"));
    stream.server.drop();
    stream.pass(1);
    assertThat(stream.server.asked).containsExactly("watch from 10");

    stream.pass(2);
    assertThat(stream.server.asked).containsExactly("watch from 10", "watch from 10");
    assertThat(stream.told).isEmpty();
  }
}
