package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.crd.Yaml;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class DaemonJobAdmissionTest {

  @Test
  void one_that_could_only_fail_is_refused_with_field_and_value(TestOperator operator) {
    var verdict =
        operator.review(null, daemonJob("'maxConcurrentNodes': 0, 'nodeBinding': 'Glue'"));

    assertThat(verdict.allowed()).isFalse();
    assertThat(verdict.code()).isEqualTo(422);
    assertThat(verdict.message())
        .isEqualTo(
            "spec.maxConcurrentNodes is 0: a number of at least 1 or a percentage from 1% to 100%;"
                + " spec.nodeBinding is 'Glue': one of NodeName, Affinity");
  }

  @Test
  void what_has_no_effect_or_may_surprise_is_allowed_with_a_warning(TestOperator operator) {
    var verdict =
        operator.review(
            null, daemonJob("'nodeBinding': 'Affinity', 'globalParams': {'nodeName': 'a'}"));

    assertThat(verdict.allowed()).isTrue();
    assertThat(verdict.warnings())
        .containsExactly(
            "spec.globalParams.nodeName is ignored: every node has its own job",
            "spec.nodeBinding Affinity: on tainted nodes pods wait; taintPolicy Respect helps");
  }

  @Test
  void the_example_is_allowed(TestOperator operator) {
    var example = Yaml.documents(Yaml.repository("examples/daemonjob/example.yaml")).get(0);

    var verdict = operator.review(null, Yaml.as(example, DaemonJob.class));

    assertThat(verdict.allowed()).isTrue();
    assertThat(verdict.warnings()).isEmpty();
  }

  private static DaemonJob daemonJob(String fields) {
    String json =
        "{'apiVersion': 'api.practice.com/v1alpha1', 'kind': 'DaemonJob', 'metadata': {'name': 'd',"
            + " 'namespace': 'jopf-test'}, 'spec': {'template': {'spec': {'containers': []}}, "
            + fields
            + "}}";
    try {
      return new ObjectMapper().readValue(json.replace('\'', '"'), DaemonJob.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
