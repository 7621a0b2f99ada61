package io.jopf.children;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SuccessionTest {

  private static final String STATUS =
      "{'manager': 'controller', 'operation': 'Update', 'apiVersion': 'apps/v1',"
          + " 'subresource': 'status', 'fieldsV1': {'f:status': {}}}";

  private final Succession succession = new Succession("us", "apps/v1");

  @Test
  void what_the_maker_has_set_becomes_what_we_have_applied() throws IOException {
    JsonNode patch =
        patch(
            entry("them", "Update", "apps/v1", "{'f:spec': {'f:a': {}, 'f:b': {'f:c': {}}}}"),
            entry("others", "Apply", "apps/v1", "{'f:spec': {'f:b': {'f:d': {}}}}"),
            STATUS);

    assertThat(patch.at("/0/op").asText()).isEqualTo("test");
    assertThat(patch.at("/0/value").asText()).isEqualTo("7");
    assertThat(patch.at("/1/path").asText()).isEqualTo("/metadata/managedFields");
    assertThat(patch.at("/1/value")).hasSize(2);
    assertThat(patch.at("/1/value/0/manager").asText()).isEqualTo("controller");
    JsonNode ours = patch.at("/1/value/1");
    assertThat(ours.path("manager").asText()).isEqualTo("us");
    assertThat(ours.path("operation").asText()).isEqualTo("Apply");
    assertThat(ours.path("fieldsV1"))
        .isEqualTo(json("{'f:spec': {'f:a': {}, 'f:b': {'f:c': {}, 'f:d': {}}}}"));
  }

  @Test
  void what_we_have_applied_before_stays_ours() throws IOException {
    JsonNode patch =
        patch(
            entry("us", "Apply", "apps/v1", "{'f:metadata': {'f:labels': {}}}"),
            entry("them", "Update", "apps/v1", "{'f:spec': {'f:a': {}}}"));

    assertThat(patch.at("/1/value")).hasSize(1);
    assertThat(patch.at("/1/value/0/fieldsV1"))
        .isEqualTo(json("{'f:metadata': {'f:labels': {}}, 'f:spec': {'f:a': {}}}"));
  }

  @Test
  void who_has_written_only_metadata_has_made_nothing() throws IOException {
    String note = entry("kubectl", "Update", "apps/v1", "{'f:metadata': {'f:annotations': {}}}");

    assertThat(succession.patch(child(note, STATUS))).isEmpty();
    assertThat(
            patch(note, entry("them", "Update", "apps/v1", "{'f:spec': {}}"))
                .at("/1/value/0/manager")
                .asText())
        .isEqualTo("kubectl");
  }

  @Test
  void fields_of_another_version_are_left_to_their_manager() throws IOException {
    assertThat(succession.patch(child(entry("them", "Update", "apps/v1beta1", "{'f:spec': {}}"))))
        .isEmpty();
  }

  private JsonNode patch(String... entries) throws IOException {
    return Json.MAPPER.readTree(succession.patch(child(entries)).orElseThrow());
  }

  private static GenericKubernetesResource child(String... entries) throws IOException {
    return Json.MAPPER.treeToValue(
        json(
            "{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'metadata': {'name': 'a',"
                + " 'resourceVersion': '7', 'managedFields': ["
                + String.join(",", entries)
                + "]}}"),
        GenericKubernetesResource.class);
  }

  private static String entry(String manager, String operation, String version, String fields) {
    return "{'manager': '%s', 'operation': '%s', 'apiVersion': '%s', 'fieldsV1': %s}"
        .formatted(manager, operation, version, fields);
  }

  private static JsonNode json(String text) throws IOException {
    return Json.MAPPER.readTree(text.replace('\'', '"'));
  }
}
