package io.jopf.jobflow.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobTemplate;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
  private static final List<String> KINDS = List.of("JobFlow", "DaemonJob", "JobTemplate");
  private static final List<Class<? extends CustomResource<?, ?>>> TYPES =
      List.of(JobFlow.class, DaemonJob.class, JobTemplate.class);

  static Stream<Path> examples() {
    return Stream.of("examples/jobflow", "examples/daemonjob", "examples/jobtemplate")
        .flatMap(folder -> Yaml.files(folder).stream())
        .filter(file -> !file.endsWith("local-pv.yaml"));
  }

  @Test
  void every_known_example_is_there() {
    assertThat(examples())
        .extracting(file -> Yaml.repository("examples").relativize(file).toString())
        .contains(
            "jobflow/example.yaml",
            "jobflow/example-sameNode.yaml",
            "jobflow/example-shareVolume.yaml",
            "jobflow/example-with-jobTemplate.yaml",
            "jobflow/example-with-jobTemplate1.yaml",
            "jobflow/example-job-error.yaml",
            "jobtemplate/example.yaml",
            "daemonjob/example.yaml");
    assertThat(Yaml.documents(Yaml.repository("examples/jobflow/local-pv.yaml")))
        .extracting(document -> document.get("kind").asText())
        .containsExactly("StorageClass", "PersistentVolume", "PersistentVolumeClaim");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_breaks_no_rule_of_its_schema(Path file) {
    for (JsonNode document : Yaml.documents(file)) {
      assertThat(faults(document)).as("%s", file).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_classes_lose_nothing_of_an_example(Path file) {
    for (JsonNode document : Yaml.documents(file)) {
      Class<?> type = TYPES.get(kind(document));

      JsonNode again = Yaml.tree(Yaml.as(document, type));

      assertThat(again.get("spec")).as("%s", file).isEqualTo(document.get("spec"));
      assertThat(faults(again)).as("%s", file).isEmpty();
    }
  }

  @Test
  void an_unknown_field_is_found_at_any_depth() {
    JsonNode document = Yaml.documents(Yaml.repository("examples/jobflow/example.yaml")).get(0);
    ((ObjectNode) document.at("/spec/flows/1")).put("dependsOnn", "job1");
    ((ObjectNode) document.at("/spec/flows/0/jobTemplate/template/spec")).put("hostnam", "x");

    assertThat(faults(document))
        .containsExactly(
            ".spec.flows[0].jobTemplate.template.spec.hostnam: unknown field",
            ".spec.flows[1].dependsOnn: unknown field");
  }

  @Test
  void both_spellings_of_the_error_handler_are_taken() {
    ObjectNode document =
        (ObjectNode) Yaml.documents(Yaml.repository("examples/jobflow/example.yaml")).get(0);
    for (String name : List.of("errorHandler", "ErrorHandler")) {
      ((ObjectNode) document.get("spec")).putObject(name).put("jobTemplateRef", "t");
    }

    assertThat(faults(document)).isEmpty();
    assertThat(Yaml.tree(Yaml.as(document, JobFlow.class)).get("spec"))
        .isEqualTo(document.get("spec"));
  }

  private static List<String> faults(JsonNode document) {
    JsonNode schema =
        Definitions.finished()
            .get(kind(document))
            .at("/spec/versions/0/schema/openAPIV3Schema/properties");
    return SchemaCheck.faults(document.get("spec"), schema.get("spec")).stream()
        .map(fault -> ".spec" + fault)
        .toList();
  }

  private static int kind(JsonNode document) {
    return KINDS.indexOf(document.get("kind").asText());
  }
}
