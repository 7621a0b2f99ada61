package io.jopf.bench.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunTest {

  private static final long MS = 1_000_000;

  @Test
  void a_hop_is_from_the_last_completion_that_a_step_waits_for_to_its_creation() {
    Run run = new Run(Graph.fan(2));
    run.created(0, MS);
    run.completed(0, 2 * MS);
    run.created(1, 5 * MS);
    run.created(2, 6 * MS);
    run.completed(2, 7 * MS);
    run.completed(1, 9 * MS);
    run.created(3, 11 * MS);

    assertThat(run.hops()).containsExactly(3.0, 4.0, 2.0);
  }

  @Test
  void the_creations_of_a_fan_count_from_the_completion_of_the_first_step() {
    Run run = new Run(Graph.fan(2));
    run.completed(0, 1000 * MS);
    run.created(1, 1010 * MS);
    run.created(2, 1020 * MS);

    assertThat(run.creationsPerSecond()).isEqualTo(100);
  }

  @Test
  void a_job_that_is_made_again_is_a_duplicate_and_changes_no_time() {
    Run run = new Run(Graph.chain(2));
    run.created(0, MS);
    run.completed(0, 2 * MS);
    run.created(1, 3 * MS);
    run.created(1, 9 * MS);

    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(run.hops()).containsExactly(1.0);
  }
}
