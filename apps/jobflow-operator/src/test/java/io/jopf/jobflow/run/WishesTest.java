package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jobflow.api.CronJobFlow;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.cron.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class WishesTest {
  private static final String ENDED = "completionTime: '2026-01-01T00:00:00Z', ";

  @Test
  void nothing_runs_again_before_it_has_ended() {
    assertThat(again("resubmit: '1'", "state: Running")).isEqualTo(Wishes.Again.NOTHING);
    assertThat(again("resubmit: '1'", ENDED + "state: Succeed")).isEqualTo(Wishes.Again.ALL);
  }

  @Test
  void a_wish_is_taken_up_once() {
    assertThat(again("resubmit: '1'", ENDED + "state: Failed, resubmitted: '1'"))
        .isEqualTo(Wishes.Again.NOTHING);
    assertThat(again("resubmit: '2'", ENDED + "state: Failed, resubmitted: '1'"))
        .isEqualTo(Wishes.Again.ALL);
    assertThat(again("retry: '1'", ENDED + "state: Failed, retried: '1'"))
        .isEqualTo(Wishes.Again.NOTHING);
  }

  @Test
  void of_a_flow_that_succeeded_only_named_steps_can_be_retried() {
    assertThat(again("retry: '1'", ENDED + "state: Failed")).isEqualTo(Wishes.Again.WHAT_FAILED);
    assertThat(again("retry: '1'", ENDED + "state: Succeed")).isEqualTo(Wishes.Again.NOTHING);
    assertThat(again("retry: '1: a'", ENDED + "state: Succeed"))
        .isEqualTo(Wishes.Again.WHAT_FAILED);
  }

  @Test
  void a_run_of_a_schedule_that_is_to_run_again_is_not_over() {
    assertThat(phase("resubmit: '1'", ENDED + "state: Succeed, resubmitted: '1'"))
        .isEqualTo(Run.Phase.SUCCEEDED);
    assertThat(phase("resubmit: '2'", ENDED + "state: Succeed, resubmitted: '1'"))
        .isEqualTo(Run.Phase.ACTIVE);
  }

  private static Run.Phase phase(String annotation, String status) {
    List<JobFlow> flows = List.of(flow(annotation, status));
    return new ScheduledRuns(new CronJobFlow(), flows, List.of(), new FakeChildren())
        .all()
        .get(0)
        .phase();
  }

  private static Wishes.Again again(String annotation, String status) {
    return Wishes.again(flow(annotation, status));
  }

  private static JobFlow flow(String annotation, String status) {
    return Serialization.unmarshal(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: JobFlow
        metadata:
          name: f
          creationTimestamp: '2026-01-01T00:00:00Z'
          annotations: {api.practice.com/%s}
        status: {%s}
        """
            .formatted(annotation, status),
        JobFlow.class);
  }
}
