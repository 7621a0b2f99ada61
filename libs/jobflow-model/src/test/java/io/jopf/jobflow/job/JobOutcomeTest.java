package io.jopf.jobflow.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.jopf.flow.Observed;
import io.jopf.flow.Observed.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobOutcomeTest {
  private static final String CREATED = "2026-01-01T00:00:00Z";
  private static final String STARTED = "2026-01-01T00:00:05Z";
  private static final String ENDED = "2026-01-01T00:01:00Z";

  @Test
  void a_job_without_status_is_pending_since_its_creation() {
    Observed seen = of(new JobStatusBuilder());

    assertThat(seen.phase()).isEqualTo(Phase.PENDING);
    assertThat(seen.started()).isEqualTo(Instant.parse(CREATED));
  }

  @Test
  void counts_of_pods_decide_nothing() {
    assertThat(of(new JobStatusBuilder().withSucceeded(1).withFailed(3)).phase())
        .isEqualTo(Phase.ACTIVE);
  }

  @Test
  void a_complete_job_succeeded_when_it_says_so() {
    Observed seen =
        of(condition("Complete", "True", null).withStartTime(STARTED).withCompletionTime(ENDED));

    assertThat(seen).isEqualTo(Observed.succeeded(Instant.parse(STARTED), Instant.parse(ENDED)));
  }

  @Test
  void a_failed_job_failed_with_its_reason_even_without_pods() {
    Observed seen = of(condition("Failed", "True", "DeadlineExceeded").withStartTime(STARTED));

    assertThat(seen.phase()).isEqualTo(Phase.FAILED);
    assertThat(seen.reason()).isEqualTo("DeadlineExceeded");
    assertThat(seen.finished()).isEqualTo(Instant.parse(ENDED));
  }

  @Test
  void conditions_that_come_before_the_end_are_passed_on_but_end_nothing() {
    for (String type : new String[] {"SuccessCriteriaMet", "FailureTarget", "Suspended"}) {
      Observed seen = of(condition(type, "True", null));

      assertThat(seen.phase().unfinished()).isTrue();
      assertThat(seen.reason()).isEqualTo(type);
    }
  }

  @Test
  void a_condition_that_is_not_true_counts_for_nothing() {
    assertThat(of(condition("Complete", "False", null)).phase()).isEqualTo(Phase.PENDING);
    assertThat(of(condition("Failed", "Unknown", null)).phase()).isEqualTo(Phase.PENDING);
  }

  @Test
  void a_time_that_cannot_be_read_is_no_time() {
    Observed seen = of(condition("Complete", "True", null).withCompletionTime("yesterday"));

    assertThat(seen.phase()).isEqualTo(Phase.SUCCEEDED);
    assertThat(seen.finished()).as("that of the condition").isEqualTo(Instant.parse(ENDED));
  }

  private static JobStatusBuilder condition(String type, String status, @Nullable String reason) {
    return new JobStatusBuilder()
        .addNewCondition()
        .withType(type)
        .withStatus(status)
        .withReason(reason)
        .withLastTransitionTime(ENDED)
        .endCondition();
  }

  private static Observed of(JobStatusBuilder status) {
    return JobOutcome.of(
        new JobBuilder()
            .withNewMetadata()
            .withCreationTimestamp(CREATED)
            .endMetadata()
            .withStatus(status.build())
            .build());
  }
}
