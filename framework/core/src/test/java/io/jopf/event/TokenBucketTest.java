package io.jopf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

  private static final Duration REFILL = Duration.ofSeconds(10);

  @Test
  void a_burst_is_allowed_and_then_one_at_a_time() {
    TokenBucket bucket = new TokenBucket(2, REFILL, Duration.ZERO);

    assertThat(bucket.take(Duration.ZERO)).isTrue();
    assertThat(bucket.take(Duration.ZERO)).isTrue();
    assertThat(bucket.take(Duration.ofSeconds(9))).isFalse();
    assertThat(bucket.take(Duration.ofSeconds(10))).isTrue();
    assertThat(bucket.take(Duration.ofSeconds(11))).isFalse();
  }

  @Property
  void never_more_than_the_burst_and_what_has_grown_since(
      @ForAll @Size(max = 200) List<@IntRange(max = 30_000) Integer> pauses) {
    TokenBucket bucket = new TokenBucket(5, REFILL, Duration.ZERO);
    Duration now = Duration.ZERO;
    int taken = 0;
    for (int pause : pauses) {
      now = now.plusMillis(pause);
      taken += bucket.take(now) ? 1 : 0;
    }
    assertThat(taken).isLessThanOrEqualTo(5 + (int) now.dividedBy(REFILL));
  }
}
