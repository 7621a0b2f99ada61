package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

class JobNameTest {
  private static final String VALID =
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

  @Example
  void a_name_that_fits_is_kept() {
    assertThat(JobName.of("jobflow-example", "job1")).isEqualTo("jobflow-example-job1");
    assertThat(JobName.of("daemonjob-example", "ip-10-0-0-1.eu.compute.internal"))
        .isEqualTo("daemonjob-example-ip-10-0-0-1.eu.compute.internal");
    assertThat(JobName.of("f".repeat(31), "s".repeat(31))).hasSize(63).doesNotContain("f-s-");
  }

  @Example
  void a_name_one_character_too_long_is_cut_and_hashed() {
    String name = JobName.of("f".repeat(31), "s".repeat(32));

    assertThat(name).hasSize(63).startsWith("f".repeat(31) + "-sss").matches(".*-[0-9a-f]{8}");
  }

  @Example
  void long_names_with_equal_beginnings_do_not_collide() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      names.add(JobName.of("f".repeat(63), "step-" + "s".repeat(50) + i));
    }
    assertThat(names).hasSize(2000);
  }

  @Example
  void the_border_between_the_two_names_counts_for_the_hash() {
    String tail = "x".repeat(60);
    assertThat(JobName.of("a-b", "c" + tail)).isNotEqualTo(JobName.of("a", "b-c" + tail));
  }

  @Property
  void any_pair_gets_a_valid_name_always_the_same(
      @ForAll @NotEmpty String parent, @ForAll @NotEmpty String child) {
    String name = JobName.of(parent, child);

    assertThat(name).hasSizeLessThanOrEqualTo(63).matches(VALID);
    assertThat(JobName.of(parent, child)).isEqualTo(name);
  }

  @Property
  void an_indexed_job_leaves_room_for_its_index_and_has_no_dots(
      @ForAll @NotEmpty String child, @ForAll @IntRange(min = 1, max = 100_000) int completions) {
    String host = JobName.ofIndexed("my.flow", child, completions) + "-" + (completions - 1);

    assertThat(host).hasSizeLessThanOrEqualTo(63).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  }
}
