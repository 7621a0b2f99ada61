package io.jopf.jobflow.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CheckedInDefinitionsTest {
  private static final Path FILE = Yaml.repository("roles/jobflow_operator/files/crd.yaml");
  private static final String SCHEMA = "/spec/versions/0/schema/openAPIV3Schema/properties";
  private static final String UPDATE =
      "./mvnw -pl apps/jobflow-operator test -Dtest=CheckedInDefinitionsTest -Dcrd.update=true";

  @Test
  void the_checked_in_file_is_what_the_classes_say() throws IOException {
    String expected = Definitions.file();
    if (Boolean.getBoolean("crd.update")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, expected);
    }

    assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
        .as("%s is out of date; to update it, run: %s", FILE, UPDATE)
        .isEqualTo(expected);
  }

  @Test
  void the_compact_file_says_the_same_as_the_generated_ones() {
    assertThat(Yaml.documents(FILE)).isEqualTo(Definitions.finished());
  }

  @Test
  void the_file_stays_small_enough_to_be_applied_by_any_client() throws IOException {
    assertThat(Files.size(FILE)).isLessThanOrEqualTo(280_000);
    for (JsonNode definition : Yaml.documents(FILE)) {
      assertThat(definition.toString().length())
          .as("kubectl keeps a copy in an annotation of at most 262144 bytes")
          .isLessThan(200_000);
    }
  }

  @Test
  void names_scope_and_status_are_the_known_ones() {
    assertThat(Yaml.documents(FILE))
        .extracting(d -> d.at("/metadata/name").asText())
        .containsExactly(
            "jobflows.api.practice.com",
            "daemonjobs.api.practice.com",
            "jobtemplates.api.practice.com",
            "cronjobflows.api.practice.com");
    assertThat(Yaml.documents(FILE))
        .extracting(d -> d.at("/spec/names/shortNames/0").asText())
        .containsExactly("jf", "dj", "jt", "cjf");
    for (JsonNode definition : Yaml.documents(FILE)) {
      assertThat(definition.at("/spec/scope").asText()).isEqualTo("Namespaced");
      assertThat(definition.at("/spec/versions")).hasSize(1);
      assertThat(definition.at("/spec/versions/0/name").asText()).isEqualTo("v1alpha1");
      assertThat(definition.at("/spec/versions/0/subresources").has("status")).isTrue();
    }
  }

  @Test
  void kubectl_shows_status_and_age_in_this_order_and_nothing_else() {
    for (JsonNode definition : Yaml.documents(FILE).subList(0, 2)) {
      List<JsonNode> columns = new ArrayList<>();
      definition.at("/spec/versions/0/additionalPrinterColumns").forEach(columns::add);
      columns.removeIf(c -> c.path("priority").asInt() > 0);
      assertThat(columns).extracting(c -> c.get("name").asText()).containsExactly("Status", "Age");
      assertThat(columns)
          .extracting(c -> c.get("jsonPath").asText())
          .containsExactly(".status.state", ".metadata.creationTimestamp");
    }
  }

  @Test
  void only_what_is_free_in_form_lets_unknown_fields_through() {
    for (JsonNode definition : Yaml.documents(FILE)) {
      JsonNode schema = definition.at("/spec/versions/0/schema/openAPIV3Schema");
      List<JsonNode> open = schema.findParents("x-kubernetes-preserve-unknown-fields");

      assertThat(open)
          .extracting(node -> node.path("description").asText())
          .allMatch(
              text ->
                  text.contains("errorHandler")
                      || text.startsWith("Runs when the flow failed")
                      || text.startsWith("Merged over the template")
                      || text.startsWith("The job; restartPolicy")
                      || text.startsWith("The pods of each node's job"));
    }
  }

  @Test
  void flows_and_daemon_jobs_can_be_selected_by_their_state() {
    for (JsonNode definition : Yaml.documents(FILE).subList(0, 2)) {
      assertThat(definition.at("/spec/versions/0/selectableFields/0/jsonPath").asText())
          .isEqualTo(".status.state");
    }
  }

  @Test
  void kubectl_explains_every_field_that_a_job_does_not_have() {
    Set<String> known = new TreeSet<>();
    JsonNode schema = Yaml.documents(FILE).get(2).at(SCHEMA);
    schema.at("/spec/properties/jobTemplate/properties").fieldNames().forEachRemaining(known::add);
    List<String> silent = new ArrayList<>();
    for (JsonNode definition : Yaml.documents(FILE)) {
      for (String path : List.of("/spec", "/status", "/spec/properties/flows/items")) {
        for (var field : definition.at(SCHEMA + path + "/properties").properties()) {
          if (!known.contains(field.getKey()) && !field.getValue().has("description")) {
            silent.add(definition.at("/spec/names/kind").asText() + path + "." + field.getKey());
          }
        }
      }
    }
    assertThat(known).contains("backoffLimit", "template");
    assertThat(silent).isEmpty();
  }

  @Test
  void choices_are_told_as_enumerations() {
    JsonNode spec =
        Yaml.documents(FILE).get(0).at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");

    assertThat(spec.at("/properties/failurePolicy/enum"))
        .extracting(JsonNode::asText)
        .containsExactly("FailFast", "Continue", "Cancel");
  }

  @Test
  void quantities_and_ports_take_numbers_and_strings() {
    JsonNode job = Yaml.documents(FILE).get(2).at("/spec/versions/0/schema/openAPIV3Schema");
    JsonNode container =
        job.at("/properties/spec/properties/jobTemplate/properties/template/properties/spec")
            .at("/properties/containers/items/properties");

    for (String path :
        List.of(
            "/resources/properties/limits/additionalProperties",
            "/livenessProbe/properties/httpGet/properties/port")) {
      assertThat(container.at(path).path("x-kubernetes-int-or-string").asBoolean())
          .as(path)
          .isTrue();
    }
  }
}
