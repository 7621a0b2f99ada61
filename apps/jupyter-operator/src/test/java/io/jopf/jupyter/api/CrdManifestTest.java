package io.jopf.jupyter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.jopf.jupyter.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrdManifestTest {

  private static final String CHECKED_IN = "roles/operator/files/crd.yaml";
  private static final int ETCD_AND_ANNOTATIONS_ALLOW = 200 * 1024;

  private final CustomResourceDefinition crd = CrdManifest.build();

  @Test
  void the_checked_in_manifest_is_the_one_the_classes_give() throws IOException {
    Path fresh = Path.of("target/crd.yaml");
    Files.writeString(fresh, yaml());
    assertThat(Files.readString(Samples.root().resolve(CHECKED_IN)))
        .as(
            "%s is out of date; in the project's root: cp apps/jupyter-operator/%s %s",
            CHECKED_IN, fresh, CHECKED_IN)
        .isEqualTo(yaml());
  }

  @Test
  void the_manifest_is_small_enough_to_be_applied() throws IOException {
    assertThat(yaml().length()).isLessThan(ETCD_AND_ANNOTATIONS_ALLOW);
  }

  /** A number like 1.0E9 is a text for those who read YAML as Ansible does. */
  @Test
  void numbers_are_numbers_to_everybody() throws IOException {
    assertThat(yaml()).doesNotContainPattern(": [0-9.]+[eE][0-9]");
  }

  @Test
  void v2_comes_first_and_is_the_only_one_served_and_stored() {
    assertThat(crd.getSpec().getVersions())
        .extracting(
            CustomResourceDefinitionVersion::getName,
            CustomResourceDefinitionVersion::getServed,
            CustomResourceDefinitionVersion::getStorage)
        .containsExactly(
            tuple("v2", true, true), tuple("v1", false, false), tuple("v1alpha3", false, false));
  }

  @Test
  void the_data_manager_finds_application_namespaces_and_url() {
    assertThat(crd.getMetadata().getAnnotations())
        .containsEntry("data-manager.informaticsmatters.com/application", "yes")
        .containsEntry(
            "data-manager.informaticsmatters.com/application-namespaces", "data-manager-api")
        .containsEntry(
            "data-manager.informaticsmatters.com/application-url-location", "jupyter.notebook.url");
    assertThat(CrdManifest.at(schema(), "status.jupyter.notebook.url").getType())
        .isEqualTo("string");
  }

  @Test
  void kubectl_shows_url_and_token() {
    assertThat(crd.getSpec().getVersions().get(0).getAdditionalPrinterColumns())
        .extracting(column -> column.getName() + " " + column.getJsonPath())
        .containsExactly(
            "URL .status.jupyter.notebook.url", "Token .status.jupyter.notebook.token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "taskId",
        "image",
        "ingressClass",
        "ingressDomain",
        "ingressTlsSecret",
        "ingressProxyBodySize",
        "serviceAccountName",
        "notebook.interface",
        "project.claimName",
        "project.id"
      })
  void the_data_manager_may_write_text_to(String field) {
    assertThat(CrdManifest.at(schema(), "spec.imDataManager." + field).getType())
        .isEqualTo("string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"runAsUser", "runAsGroup", "fsGroup"})
  void ids_are_integers(String field) {
    for (String parent : List.of("spec.imDataManager.", "spec.")) {
      assertThat(CrdManifest.at(schema(), parent + "securityContext." + field).getType())
          .isEqualTo("integer");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "memory", "storage"})
  void amounts_are_numbers_or_text(String field) {
    for (String side : List.of("limits", "requests")) {
      String path = "spec.imDataManager.resources." + side + "." + field;
      assertThat(CrdManifest.at(schema(), path).getXKubernetesIntOrString()).isTrue();
    }
  }

  @Test
  void what_the_spec_does_not_know_is_not_kept() {
    assertThat(CrdManifest.at(schema(), "spec").getXKubernetesPreserveUnknownFields()).isNull();
    assertThat(CrdManifest.at(schema(), "spec.imDataManager").getXKubernetesPreserveUnknownFields())
        .isNull();
  }

  private JSONSchemaProps schema() {
    return crd.getSpec().getVersions().get(0).getSchema().getOpenAPIV3Schema();
  }

  private String yaml() throws IOException {
    return YAMLMapper.builder()
        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
        .disable(YAMLGenerator.Feature.SPLIT_LINES)
        .build()
        .writeValueAsString(crd);
  }
}
