package io.jopf.jobflow.cron;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jobflow.api.CronJobFlowSpec;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoundScheduleTest {

  @Test
  void a_flow_with_a_step_without_template_is_refused_in_the_words_of_a_flow() {
    assertThat(problem("jobFlowTemplate: {spec: {flows: [{name: a}]}}"))
        .contains("step a has neither jobTemplate nor jobTemplateRef");
  }

  @Test
  void a_flow_that_can_run_is_not() {
    assertThat(problem("jobFlowTemplate: {spec: {flows: [{name: a, jobTemplateRef: t}]}}"))
        .isEmpty();
  }

  @Test
  void a_daemon_job_that_never_ends_is() {
    assertThat(problem("daemonJobTemplate: {spec: {completionPolicy: Continuous, template: {}}}"))
        .contains("completionPolicy is Continuous: a run of it would never end");
  }

  private static Optional<String> problem(String template) {
    String yaml = "schedules: ['0 3 * * *']\n" + template;
    try {
      SoundSchedule.of(Serialization.unmarshal(yaml, CronJobFlowSpec.class));
      return Optional.empty();
    } catch (ScheduleException e) {
      return Optional.of(Objects.requireNonNull(e.getMessage()));
    }
  }
}
