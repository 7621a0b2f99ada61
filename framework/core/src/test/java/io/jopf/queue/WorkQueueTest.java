package io.jopf.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkQueueTest {

  private final FakeTime time = new FakeTime();
  private final WorkQueue<String> queue = new WorkQueue<>(time);

  @Test
  void keys_come_in_the_order_of_their_first_add() {
    queue.add("a");
    queue.add("b");
    queue.add("a");

    assertThat(queue.depth()).isEqualTo(2);
    assertThat(queue.poll()).isEqualTo("a");
    assertThat(queue.poll()).isEqualTo("b");
    assertThat(queue.depth()).isZero();
  }

  @Test
  void a_key_that_is_out_is_not_given_out_again_until_it_is_back() {
    queue.add("a");
    queue.poll();
    queue.add("a");
    queue.add("b");

    assertThat(queue.poll()).isEqualTo("b");
    queue.done("a");
    assertThat(queue.poll()).isEqualTo("a");
  }

  @Test
  void adds_while_a_key_is_out_bring_it_back_once() {
    queue.add("a");
    queue.poll();
    queue.add("a");
    queue.add("a");
    queue.done("a");

    assertThat(queue.poll()).isEqualTo("a");
    queue.done("a");
    assertThat(queue.idle()).isTrue();
  }

  @Test
  void a_delayed_key_comes_when_its_time_has_come_and_not_before() {
    queue.addAfter("a", Duration.ofSeconds(10));

    time.advance(Duration.ofSeconds(10).minusNanos(1));
    assertThat(queue.depth()).isZero();
    time.advance(Duration.ofNanos(1));
    assertThat(queue.depth()).isEqualTo(1);
  }

  @Test
  void no_delay_or_a_negative_one_means_at_once() {
    queue.addAfter("a", Duration.ZERO);
    queue.addAfter("b", Duration.ofSeconds(-1));

    assertThat(queue.depth()).isEqualTo(2);
    assertThat(time.waiting()).isZero();
  }

  @Test
  void of_several_delays_the_earliest_counts() {
    queue.addAfter("a", Duration.ofSeconds(20));
    queue.addAfter("a", Duration.ofSeconds(5));
    queue.addAfter("a", Duration.ofSeconds(30));

    assertThat(time.waiting()).isEqualTo(1);
    time.advance(Duration.ofSeconds(5));
    assertThat(queue.depth()).isEqualTo(1);
  }

  @Test
  void an_add_makes_a_delay_needless() {
    queue.addAfter("a", Duration.ofSeconds(5));
    queue.add("a");
    queue.addAfter("a", Duration.ofSeconds(1));

    queue.poll();
    queue.done("a");
    time.advance(Duration.ofMinutes(1));
    assertThat(queue.idle()).isTrue();
  }

  @Test
  void a_delay_that_ends_while_the_key_is_out_brings_it_back() {
    queue.add("a");
    queue.poll();
    queue.addAfter("a", Duration.ofSeconds(5));
    time.advance(Duration.ofSeconds(5));

    assertThat(queue.idle()).isFalse();
    queue.done("a");
    assertThat(queue.poll()).isEqualTo("a");
  }

  @Test
  void a_delay_wished_while_the_key_is_out_outlives_its_return() {
    queue.add("a");
    queue.poll();
    queue.addAfter("a", Duration.ofSeconds(5));
    queue.done("a");

    assertThat(queue.idle()).isTrue();
    time.advance(Duration.ofSeconds(5));
    assertThat(queue.poll()).isEqualTo("a");
  }

  @Test
  void a_forgotten_key_does_not_come() {
    queue.addAfter("a", Duration.ofSeconds(5));
    queue.forget("a");

    time.advance(Duration.ofSeconds(5));
    assertThat(queue.depth()).isZero();
  }

  @Test
  void a_delay_is_not_work_and_a_key_that_is_out_is() {
    queue.addAfter("a", Duration.ofSeconds(5));
    assertThat(queue.idle()).isTrue();

    queue.add("a");
    assertThat(queue.idle()).isFalse();
    queue.poll();
    assertThat(queue.idle()).isFalse();
    queue.done("a");
    assertThat(queue.idle()).isTrue();
  }

  @Test
  void a_closed_queue_gives_nothing_and_takes_nothing() {
    queue.add("a");
    queue.poll();
    queue.add("a");
    queue.add("b");
    queue.addAfter("c", Duration.ofSeconds(1));
    queue.close();
    queue.add("d");
    queue.addAfter("e", Duration.ofSeconds(1));
    queue.done("a");
    time.advance(Duration.ofSeconds(1));

    assertThat(queue.poll()).isNull();
    assertThat(queue.depth()).isZero();
    assertThat(queue.idle()).isTrue();
    assertThat(time.waiting()).isZero();
  }

  @Test
  void what_changes_goes_before_what_was_there_already() {
    List.of("old 1", "old 2", "old 3").forEach(queue::addBacklog);
    queue.add("new");
    queue.add("old 3");

    assertThat(served(4)).containsExactly("new", "old 3", "old 1", "old 2");
    assertThat(queue.poll()).isNull();
  }

  @Test
  void a_stream_of_changes_does_not_starve_what_was_there_already() {
    List.of("old 1", "old 2").forEach(queue::addBacklog);
    IntStream.range(0, 20).forEach(n -> queue.add("new " + n));

    List<String> served = served(22);

    assertThat(served.indexOf("old 1")).isEqualTo(8);
    assertThat(served.indexOf("old 2")).isEqualTo(17);
  }

  @Test
  void a_key_that_is_wanted_is_no_backlog() {
    queue.add("a");
    queue.addBacklog("a");
    assertThat(queue.depth()).isEqualTo(1);
  }

  @Test
  void another_look_that_is_wished_for_while_a_key_is_out_is_not_lost() {
    queue.add("a");
    queue.poll();
    queue.addBacklog("a");
    queue.done("a");

    assertThat(queue.poll()).isEqualTo("a");
  }

  @Test
  void who_wants_another_turn_at_once_lets_those_go_first_that_have_had_none() {
    queue.add("a");
    queue.poll();
    queue.add("b");
    queue.addUnfinished("a");
    queue.done("a");
    queue.add("c");

    assertThat(served(3)).containsExactly("b", "c", "a");
    assertThat(queue.poll()).isNull();
  }

  @Test
  void it_goes_before_what_was_there_already_and_does_not_starve_it() {
    List.of("old 1", "old 2").forEach(queue::addBacklog);
    queue.add("a");
    assertThat(queue.poll()).isEqualTo("a");
    List<String> served = new ArrayList<>();
    for (String key = "a"; served.size() < 20; key = String.valueOf(queue.poll())) {
      served.add(key);
      if ("a".equals(key)) {
        queue.addUnfinished(key);
      }
      queue.done(key);
    }

    assertThat(served.indexOf("old 1")).isEqualTo(8);
    assertThat(served.indexOf("old 2")).isEqualTo(17);
  }

  @Test
  void a_stream_of_changes_starves_neither_what_has_begun_nor_what_was_there_already() {
    queue.add("a");
    queue.poll();
    queue.addUnfinished("a");
    queue.done("a");
    queue.addBacklog("old");
    IntStream.range(0, 30).forEach(n -> queue.add("new " + n));

    List<String> served = served(20);

    assertThat(served).contains("a", "old");
  }

  @Test
  void unless_it_has_changed_as_well() {
    queue.add("a");
    queue.poll();
    queue.add("a");
    queue.addUnfinished("a");
    queue.add("b");
    queue.done("a");

    assertThat(served(2)).containsExactly("b", "a");
    assertThat(queue.poll()).isNull();
  }

  @Test
  void a_key_that_nobody_has_is_not_unfinished() {
    queue.addUnfinished("a");

    assertThat(queue.depth()).isZero();
  }

  private List<String> served(int count) {
    return IntStream.range(0, count).mapToObj(n -> String.valueOf(queue.poll())).toList();
  }
}
