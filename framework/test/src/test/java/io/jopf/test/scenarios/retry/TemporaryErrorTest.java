package io.jopf.test.scenarios.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Things;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = PatientHandlers.class, crds = Things.DEFINITION)
class TemporaryErrorTest {

  private static void assertIsOneRow(List<PatientHandlers.Attempt> attempts) {
    assertThat(attempts).extracting(attempt -> attempt.retry().attempt()).containsExactly(0, 1, 2);
    assertThat(attempts)
        .extracting(attempt -> attempt.retry().started())
        .containsOnly(attempts.get(0).retry().started());
    for (int i = 1; i < attempts.size(); i++) {
      assertThat(Duration.between(attempts.get(i - 1).at(), attempts.get(i).at()))
          .isGreaterThanOrEqualTo(PatientHandlers.DELAY);
    }
  }

  @Test
  void a_handler_that_fails_for_now_is_called_again_after_its_delay(
      Cluster cluster, PatientHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);

    things.awaitSettled("tom");

    assertThat(things.status("tom", "ripen")).isEqualTo("ripe");
    assertIsOneRow(handlers.attempts);
  }

  @Test
  void count_start_and_delay_survive_a_killed_operator(
      Cluster cluster, TestOperator operator, PatientHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    cluster.await("one attempt is remembered", () -> things.isRetrying("tom", "ripen"));

    operator.kill();
    operator.start();
    things.awaitSettled("tom");

    List<PatientHandlers.Attempt> all = new ArrayList<>(handlers.attempts);
    all.addAll(operator.context().getBean(PatientHandlers.class).attempts);
    assertIsOneRow(all);
    assertThat(handlers.attempts).hasSize(1);
  }
}
