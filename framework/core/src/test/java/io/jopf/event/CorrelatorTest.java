package io.jopf.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.event.Correlator.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CorrelatorTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Correlator correlator = new Correlator(Duration.ZERO);
  private final List<Series> created = new ArrayList<>();

  private Decision tell(Happening happening, Duration at) {
    Decision decision = correlator.take(happening, START.plus(at), at);
    if (decision instanceof Decision.Create create) {
      created.add(create.series());
    }
    return decision;
  }

  private static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }

  @Test
  void what_happens_for_the_first_time_is_an_event() {
    assertThat(tell(Tell.about("tom", "Broken", "oh"), seconds(0)))
        .isInstanceOf(Decision.Create.class);
    assertThat(correlator.due(seconds(100))).isEmpty();
  }

  @Test
  void a_repetition_joins_a_series_that_is_written_at_once_and_then_now_and_then() {
    Happening oh = Tell.about("tom", "Broken", "oh");
    tell(oh, seconds(0));
    tell(oh, seconds(1));
    assertThat(correlator.due(seconds(1))).singleElement().returns(2, Series::count);

    tell(oh, seconds(2));
    tell(oh, seconds(3));
    assertThat(correlator.due(seconds(3))).isEmpty();
    assertThat(correlator.hasUntold()).isTrue();
    assertThat(correlator.due(seconds(31)))
        .singleElement()
        .returns(4, Series::count)
        .returns(START.plusSeconds(3), Series::lastObserved);
    assertThat(correlator.hasUntold()).isFalse();
    assertThat(created).hasSize(1);
  }

  @Test
  void other_objects_reasons_and_notes_have_events_of_their_own() {
    tell(Tell.about("tom", "Broken", "oh"), seconds(0));
    tell(Tell.about("jerry", "Broken", "oh"), seconds(0));
    tell(Tell.about("tom", "Mended", "oh"), seconds(0));
    tell(Tell.about("tom", "Broken", "ah"), seconds(0));

    assertThat(created).hasSize(4);
  }

  @Test
  void too_many_different_notes_are_told_together() {
    for (int i = 0; i < 20; i++) {
      tell(Tell.about("tom", "Broken", "part " + i), seconds(i));
    }

    assertThat(created).hasSize(Correlator.DIFFERENT_NOTES + 1);
    assertThat(created.get(Correlator.DIFFERENT_NOTES))
        .returns("(combined from similar events): part 10", series -> series.first.note())
        .returns(10, Series::count);
  }

  @Test
  void after_a_silence_a_series_is_over_and_the_next_one_begins() {
    Happening oh = Tell.about("tom", "Broken", "oh");
    tell(oh, seconds(0));
    tell(oh, Correlator.IDLE);
    tell(oh, Correlator.IDLE.multipliedBy(2));
    correlator.due(Correlator.IDLE.multipliedBy(2));
    tell(oh, Correlator.IDLE.multipliedBy(3).plusSeconds(1));

    assertThat(created).hasSize(2);
    assertThat(created.get(0).count()).isEqualTo(3);
  }

  @Test
  void one_object_cannot_silence_another() {
    for (int i = 0; i < 100; i++) {
      tell(Tell.about("tom", "Reason" + i, "oh"), seconds(0));
    }
    assertThat(created).hasSize(Correlator.BURST);
    assertThat(tell(Tell.about("jerry", "Broken", "oh"), seconds(0)))
        .isInstanceOf(Decision.Create.class);
    assertThat(tell(Tell.about("tom", "Late", "oh"), Correlator.REFILL))
        .isInstanceOf(Decision.Create.class);
  }

  @Test
  void all_together_are_limited_too() {
    for (int i = 0; i < 2 * Correlator.BURST_OF_ALL; i++) {
      tell(Tell.about("thing " + i, "Broken", "oh"), seconds(0));
    }
    assertThat(created).hasSize(Correlator.BURST_OF_ALL);
  }

  @Test
  void what_the_cluster_did_not_take_is_new_the_next_time() {
    Happening oh = Tell.about("tom", "Broken", "oh");
    tell(oh, seconds(0));
    correlator.forget(created.get(0));
    tell(oh, seconds(1));

    assertThat(created).hasSize(2);
  }

  @Test
  void nothing_is_remembered_for_ever() {
    for (int i = 0; i < 50; i++) {
      tell(Tell.about("thing " + i, "Broken", "oh"), seconds(0));
    }
    correlator.sweep(Duration.ofHours(1));

    assertThat(correlator.remembered()).isZero();
  }

  @Provide
  Arbitrary<List<Happening>> stories() {
    return Combinators.combine(
            Arbitraries.of("tom", "jerry"),
            Arbitraries.of("Broken", "Mended"),
            Arbitraries.integers().between(0, 15))
        .as((name, reason, note) -> Tell.about(name, reason, "part " + note))
        .list()
        .ofMaxSize(300);
  }

  @Property
  void everything_that_is_not_dropped_is_counted_once(@ForAll("stories") List<Happening> story) {
    Correlator fresh = new Correlator(Duration.ZERO);
    List<Series> all = new ArrayList<>();
    int dropped = 0;
    long now = 0;
    for (Happening happening : story) {
      Decision decision = fresh.take(happening, START, seconds(now++));
      if (decision instanceof Decision.Create create) {
        all.add(create.series());
      }
      dropped += decision instanceof Decision.Drop ? 1 : 0;
    }
    assertThat(all.stream().mapToInt(Series::count).sum()).isEqualTo(story.size() - dropped);
  }

  @Test
  void neither_series_nor_limits_notice_when_the_wall_clock_is_set() {
    Happening oh = Tell.about("tom", "Broken", "oh");
    tell(oh, seconds(0));
    tell(oh, seconds(1));
    assertThat(correlator.due(seconds(1))).hasSize(1);

    for (Duration jump : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
      assertThat(correlator.take(oh, START.plus(jump), seconds(2)))
          .isInstanceOf(Decision.Repeat.class);
      assertThat(correlator.due(seconds(2))).isEmpty();
    }

    assertThat(correlator.due(seconds(31))).singleElement().returns(4, Series::count);
    assertThat(created).hasSize(1);
  }
}
