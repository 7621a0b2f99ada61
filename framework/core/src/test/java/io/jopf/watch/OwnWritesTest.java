package io.jopf.watch;

import static io.jopf.watch.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnWritesTest {

  private static final ObjectKey KEY = new ObjectKey("default", "one");

  private final FakeTime time = new FakeTime();
  private final List<GenericKubernetesResource> forgotten = new ArrayList<>();
  private boolean complete = true;
  private final OwnWrites writes =
      new OwnWrites(
          time, Duration.ofSeconds(5), (key, version, answered) -> complete, forgotten::add);

  private static @Nullable GenericKubernetesResource newest(
      OwnWrites writes, @Nullable GenericKubernetesResource delivered) {
    return writes.newest(KEY, key -> delivered);
  }

  @Test
  void an_own_write_is_seen_before_its_event_has_come() {
    GenericKubernetesResource delivered = thing(5, 1, "a");
    GenericKubernetesResource written = thing(7, 1, "b");
    writes.remember(written);

    assertThat(newest(writes, delivered)).isSameAs(written);
    assertThat(newest(writes, null)).isSameAs(written);
    assertThat(writes.all()).containsExactly(written);
  }

  @Test
  void what_was_delivered_wins_as_soon_as_it_is_as_new() {
    writes.remember(thing(7, 1, "b"));
    GenericKubernetesResource echo = thing(7, 1, "b");

    assertThat(newest(writes, echo)).isSameAs(echo);
    assertThat(writes.all()).isEmpty();
    assertThat(newest(writes, thing(7, 1, "b"))).isNotNull();
  }

  @Test
  void versions_are_compared_as_numbers() {
    GenericKubernetesResource written = thing(10, 1, "b");
    writes.remember(written);

    assertThat(newest(writes, thing(9, 1, "a"))).isSameAs(written);
  }

  @Test
  void a_deleted_object_is_not_kept_alive_by_a_write() {
    writes.remember(thing(7, 1, "b"));

    writes.arrived(thing(8, 1, "b"));

    assertThat(newest(writes, null)).isNull();
  }

  @Test
  void a_late_deletion_does_not_hide_an_object_that_was_made_again() {
    GenericKubernetesResource again = thing(9, 1, "b");
    writes.remember(again);

    writes.arrived(thing(8, 1, "a"));

    assertThat(newest(writes, null)).isSameAs(again);
  }

  @Test
  void a_write_that_a_watch_which_would_have_it_does_not_confirm_is_dropped_in_time_and_told() {
    GenericKubernetesResource written = thing(7, 1, "b");
    writes.remember(written);

    time.advance(Duration.ofSeconds(4));
    assertThat(newest(writes, null)).isSameAs(written);
    time.advance(Duration.ofSeconds(1));

    assertThat(newest(writes, null)).isNull();
    assertThat(forgotten).containsExactly(written);
  }

  @Test
  void a_write_that_was_delivered_is_not_told_again() {
    writes.remember(thing(7, 1, "b"));
    writes.arrived(thing(7, 1, "b"));

    time.advance(Duration.ofMinutes(2));

    assertThat(forgotten).isEmpty();
  }

  @Test
  void a_later_write_is_not_dropped_with_an_earlier_one() {
    GenericKubernetesResource later = thing(8, 1, "b");
    writes.remember(thing(7, 1, "b"));
    time.advance(Duration.ofSeconds(3));
    writes.remember(later);
    time.advance(Duration.ofSeconds(3));

    assertThat(newest(writes, null)).isSameAs(later);
    assertThat(forgotten).isEmpty();
  }

  @Test
  void a_write_is_kept_as_long_as_the_watch_proves_nothing() {
    GenericKubernetesResource written = thing(7, 1, "b");
    complete = false;
    writes.remember(written);

    time.advance(Duration.ofMinutes(5));
    assertThat(newest(writes, thing(5, 1, "a"))).isSameAs(written);

    complete = true;
    time.advance(Duration.ofSeconds(5));
    assertThat(newest(writes, null)).isNull();
    assertThat(forgotten).containsExactly(written);
  }

  @Test
  void many_writes_wait_on_one_timer() {
    for (int version = 7; version < 20; version++) {
      writes.remember(thing(version, 1, "b"));
      time.advance(Duration.ofSeconds(1));
    }
    assertThat(time.waiting()).isEqualTo(1);

    time.advance(Duration.ofSeconds(5));
    assertThat(forgotten).hasSize(1);
    assertThat(time.waiting()).isZero();

    writes.remember(thing(20, 1, "b"));
    time.advance(Duration.ofSeconds(5));
    assertThat(forgotten).hasSize(2);
  }

  @Test
  void nothing_is_remembered_when_that_is_switched_off() {
    OwnWrites none =
        new OwnWrites(time, Duration.ZERO, (key, version, answered) -> true, forgotten::add);
    GenericKubernetesResource delivered = thing(5, 1, "a");
    none.remember(thing(7, 1, "b"));

    assertThat(newest(none, delivered)).isSameAs(delivered);
    assertThat(none.all()).isEmpty();
  }

  @Test
  void a_write_that_the_watch_is_past_without_having_it_is_dropped_and_told() {
    GenericKubernetesResource written = thing(7, 1, "b");
    writes.remember(written);

    writes.passed("", "6", key -> null);
    writes.passed("elsewhere", "9", key -> null);
    assertThat(writes.all()).containsExactly(written);

    writes.passed("default", "7", key -> null);
    assertThat(writes.all()).isEmpty();
    assertThat(forgotten).containsExactly(written);
  }

  @Test
  void a_write_that_the_watch_is_past_and_has_is_dropped_without_a_word() {
    writes.remember(thing(7, 1, "b"));

    writes.passed("", "9", key -> thing(8, 2, "c"));

    assertThat(writes.all()).isEmpty();
    assertThat(forgotten).isEmpty();
  }

  @Test
  void an_answer_that_comes_late_does_not_replace_a_newer_one() {
    GenericKubernetesResource newer = thing(8, 1, "b");
    writes.remember(newer);
    writes.remember(thing(7, 1, "a"));

    assertThat(newest(writes, null)).isSameAs(newer);
  }

  @Test
  void versions_that_are_no_numbers_are_the_same_or_not() {
    GenericKubernetesResource written = thing(7, 1, "b");
    written.getMetadata().setResourceVersion("v-b");
    GenericKubernetesResource other = thing(7, 1, "a");
    other.getMetadata().setResourceVersion("v-a");
    GenericKubernetesResource echo = thing(7, 1, "b");
    echo.getMetadata().setResourceVersion("v-b");
    writes.remember(written);

    assertThat(newest(writes, other)).isSameAs(written);
    assertThat(newest(writes, echo)).isSameAs(echo);
  }

  @Test
  void an_answer_that_is_delivered_while_it_is_looked_for_is_found() {
    GenericKubernetesResource before = thing(5, 1, "a");
    GenericKubernetesResource written = thing(7, 1, "b");
    writes.remember(written);
    Deque<GenericKubernetesResource> store = new ArrayDeque<>(List.of(before, written));

    GenericKubernetesResource found =
        writes.newest(
            KEY,
            key -> {
              writes.arrived(written);
              return store.poll();
            });

    assertThat(found).isSameAs(written);
  }
}
