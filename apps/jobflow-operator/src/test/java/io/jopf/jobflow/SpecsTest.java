package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.AdmissionException;
import io.jopf.jobflow.api.DaemonJob;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecsTest {
  private final List<String> warnings = new ArrayList<>();

  @Test
  void what_the_spec_of_a_job_does_not_have_counts_too() {
    assertThat(Specs.areSame(null, daemonJob("NodeName"))).isFalse();
    assertThat(Specs.areSame(daemonJob("NodeName"), daemonJob("NodeName"))).isTrue();
    assertThat(Specs.areSame(daemonJob("NodeName"), daemonJob("Affinity"))).isFalse();
  }

  @Test
  void a_daemon_job_that_is_refused_today_can_still_lose_its_finalizer() {
    DaemonJobRules rules = new DaemonJobRules();
    DaemonJob before = daemonJob("Glue");
    before.setMetadata(new ObjectMetaBuilder().withName("d").withFinalizers("f").build());

    rules.sound(before, daemonJob("Glue"), warnings::add);

    assertThat(warnings).isEmpty();
    assertThatThrownBy(() -> rules.sound(null, before, warnings::add))
        .isInstanceOf(AdmissionException.class)
        .hasMessageContaining("spec.nodeBinding is 'Glue'");
  }

  private static DaemonJob daemonJob(String binding) {
    return Serialization.unmarshal(
        """
        apiVersion: api.practice.com/v1alpha1
        kind: DaemonJob
        metadata: {name: d}
        spec: {nodeBinding: %s, template: {spec: {containers: []}}}
        """
            .formatted(binding),
        DaemonJob.class);
  }
}
