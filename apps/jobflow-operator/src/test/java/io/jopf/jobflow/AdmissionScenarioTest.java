package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.crd.Yaml;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@JopfTest(crds = Flows.CRDS)
class AdmissionScenarioTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String JOB =
      "'jobTemplate': {'template': {'spec': {'containers': [{'name': 'm', 'image': 'x'}]}}}";

  @Test
  void a_flow_that_can_only_fail_is_refused_with_the_path_named(TestOperator operator) {
    assertThat(refusal(operator, step("a", "c"), step("b", "a"), step("c", "b")))
        .isEqualTo("steps depend on each other in a cycle: a -> c -> b -> a");
    assertThat(refusal(operator, step("a"), step("a")))
        .isEqualTo("step name a is used more than once");
    assertThat(refusal(operator, step("a"), step("a-try2")))
        .isEqualTo("step a-try2 is named like another attempt of step a");
    assertThat(refusal(operator, step("a", "a"))).isEqualTo("step a depends on itself");
    assertThat(refusal(operator, "{'name': 'a'}"))
        .isEqualTo("step a has neither jobTemplate nor jobTemplateRef");
    assertThat(refusal(operator, "{'name': 'a', 'when': '1 <', " + JOB + "}"))
        .isEqualTo("when of step a: something is missing at the end of: 1 <");
    assertThat(refusal(operator, "{'name': 'a', 'forEach': {'count': 1001}, " + JOB + "}"))
        .isEqualTo("step a loops 1001 times, at most 1000 are allowed");
    assertThat(
            refusal(operator, "{'name': 'a', 'forEach': {'count': 2}, " + JOB + "}", step("a-1")))
        .isEqualTo("step name a-1 is used more than once");
  }

  @Test
  void an_unknown_dependency_is_allowed_with_a_warning(TestOperator operator) {
    var verdict = operator.review(null, flow(step("a", "nobody")));

    assertThat(verdict.allowed()).isTrue();
    assertThat(verdict.warnings())
        .containsExactly("step a can never start: no step is named nobody");
  }

  @Test
  void every_example_is_allowed(TestOperator operator) {
    for (var file : Yaml.files("examples/jobflow")) {
      for (var document : Yaml.documents(file)) {
        if (document.path("kind").asText().equals("JobFlow")) {
          JobFlow flow = Yaml.as(document, JobFlow.class);
          assertThat(operator.review(null, flow).allowed()).as("%s", file).isTrue();
        }
      }
    }
  }

  @Test
  void pods_that_may_never_run_are_warned_about(TestOperator operator) {
    ObjectNode bound = MAPPER.valueToTree(flow(step("a")));
    bound.withObject("/spec/globalParams").put("nodeName", "gone");

    var verdict = operator.review(null, MAPPER.convertValue(bound, JobFlow.class));

    assertThat(verdict.allowed()).isTrue();
    assertThat(verdict.warnings()).containsExactly("no node is named gone");
  }

  @Test
  void steps_of_a_running_flow_cannot_be_changed_but_other_fields_can(TestOperator operator) {
    JobFlow before = flow(step("a"));
    before.setStatus(
        MAPPER.convertValue(Map.of("startTime", "2026-01-01T00:00:00Z"), JobFlowStatus.class));
    JobFlow other = flow(step("a"), step("b"));
    other.setStatus(before.getStatus());

    assertThat(operator.review(before, other).message())
        .isEqualTo("steps and their dependencies cannot be changed while the flow runs");
    ObjectNode moved = MAPPER.valueToTree(before);
    moved.withObject("/spec").put("concurrencyKey", "k");
    assertThat(operator.review(before, MAPPER.convertValue(moved, JobFlow.class)).message())
        .isEqualTo("spec.concurrencyKey cannot be changed from null to k while the flow runs");
    ObjectNode suspended = MAPPER.valueToTree(before);
    suspended.withObject("/spec").put("suspend", true).put("parallelism", 3);
    JobFlow paused = MAPPER.convertValue(suspended, JobFlow.class);
    assertThat(operator.review(before, paused).allowed()).isTrue();
  }

  private static @Nullable String refusal(TestOperator operator, String... steps) {
    var verdict = operator.review(null, flow(steps));
    assertThat(verdict.allowed()).isFalse();
    assertThat(verdict.code()).isEqualTo(422);
    return verdict.message();
  }

  private static String step(String name, String... needs) {
    List<String> quoted = List.of(needs).stream().map(need -> "'" + need + "'").toList();
    return "{'name': '" + name + "', 'dependencies': " + quoted + ", " + JOB + "}";
  }

  private static JobFlow flow(String... steps) {
    String json =
        "{'apiVersion': 'api.practice.com/v1alpha1', 'kind': 'JobFlow', 'metadata': {'name': 'f',"
            + " 'namespace': 'jopf-test'}, 'spec': {'flows': ["
            + String.join(",", steps)
            + "]}}";
    try {
      return MAPPER.readValue(json.replace('\'', '"'), JobFlow.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
