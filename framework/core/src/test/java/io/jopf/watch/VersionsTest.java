package io.jopf.watch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VersionsTest {

  @Property
  void numbers_are_compared_as_numbers(
      @ForAll @IntRange(max = 1200) int one, @ForAll @IntRange(max = 1200) int other) {
    String a = Integer.toString(one);
    String b = Integer.toString(other);

    assertThat(Versions.isOlder(a, b)).isEqualTo(one < other);
    assertThat(Versions.isAtLeast(a, b)).isEqualTo(one >= other);
  }

  @Test
  void numbers_may_be_longer_than_any_type_of_them() {
    String long1 = "99999999999999999999999999";
    assertThat(Versions.isOlder(long1, long1 + "0")).isTrue();
    assertThat(Versions.isOlder("0" + long1, long1)).isFalse();
  }

  @Test
  void what_is_no_number_is_the_same_or_not_and_never_older() {
    assertThat(Versions.isOlder("a", "b")).isFalse();
    assertThat(Versions.isOlder("", "7")).isFalse();
    assertThat(Versions.isOlder(null, "7")).isFalse();
    assertThat(Versions.isAtLeast("a", "a")).isTrue();
    assertThat(Versions.isAtLeast("b", "a")).isFalse();
    assertThat(Versions.isAtLeast(null, "7")).isFalse();
    assertThat(Versions.isAtLeast("7", null)).isTrue();
  }
}
