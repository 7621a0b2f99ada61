package io.jopf.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.time.FakeTime;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockJumpTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeTime time = new FakeTime();
  private final WorkQueue<String> queue = new WorkQueue<>(time);

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void a_delay_lasts_as_long_as_it_was_wished_for(long hours) {
    queue.addAfter("a", MINUTE);
    time.jump(Duration.ofHours(hours));
    time.advance(MINUTE.minusMillis(1));
    assertThat(queue.poll()).isNull();

    time.advance(Duration.ofMillis(1));

    assertThat(queue.poll()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void of_two_wishes_the_earlier_one_counts(long hours) {
    queue.addAfter("a", MINUTE);
    queue.addAfter("b", Duration.ofSeconds(1));
    time.jump(Duration.ofHours(hours));
    queue.addAfter("a", Duration.ofSeconds(1));
    queue.addAfter("b", MINUTE);

    time.advance(Duration.ofSeconds(1));

    assertThat(queue.poll()).isEqualTo("b");
    assertThat(queue.poll()).isEqualTo("a");
  }
}
