package io.jopf.jupyter.api;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What annotations of the classes cannot say, added to the definition generated from them. */
final class CrdManifest {

  private static final String GENERATED = "/META-INF/fabric8/jupyternotebooks.squonk.it-v1.yml";
  private static final String DATA_MANAGER = "data-manager.informaticsmatters.com/";

  /** The Data Manager's users read the URL first. */
  private static final List<String> COLUMNS = List.of("URL", "Token");

  /** Stored by earlier operators; the API server refuses a definition that forgets them. */
  private static final List<String> FORMER_VERSIONS = List.of("v1", "v1alpha3");

  private CrdManifest() {}

  static CustomResourceDefinition build() {
    InputStream generated =
        Objects.requireNonNull(CrdManifest.class.getResourceAsStream(GENERATED), GENERATED);
    CustomResourceDefinition crd =
        Serialization.unmarshal(generated, CustomResourceDefinition.class);
    CustomResourceDefinitionVersion current = crd.getSpec().getVersions().get(0);
    complete(current);
    return new CustomResourceDefinitionBuilder(crd)
        .editMetadata()
        .withAnnotations(annotations())
        .endMetadata()
        .editSpec()
        .withNewConversion()
        .withStrategy("None")
        .endConversion()
        .editNames()
        .withListKind("JupyterNotebookList")
        .endNames()
        .addAllToVersions(FORMER_VERSIONS.stream().map(CrdManifest::unserved).toList())
        .endSpec()
        .build();
  }

  private static Map<String, String> annotations() {
    return new TreeMap<>(
        Map.of(
            DATA_MANAGER + "application", "yes",
            DATA_MANAGER + "application-namespaces", "data-manager-api",
            DATA_MANAGER + "application-url-location", "jupyter.notebook.url"));
  }

  private static void complete(CustomResourceDefinitionVersion version) {
    version
        .getAdditionalPrinterColumns()
        .sort(
            Comparator.comparing(
                (CustomResourceColumnDefinition c) -> COLUMNS.indexOf(c.getName())));
    JSONSchemaProps root = version.getSchema().getOpenAPIV3Schema();
    root.setDescription("One Jupyter server for one user in one project of the Data Manager.");
    CrdRules.add(root);
    for (String open : List.of("spec.imDataManager.affinity", "spec.imDataManagerExtras")) {
      at(root, open).setAdditionalProperties(null);
      at(root, open).setXKubernetesPreserveUnknownFields(true);
    }
    JSONSchemaProps status = at(root, "status");
    // older operators left more in it, and what they left may stay
    status.setXKubernetesPreserveUnknownFields(true);
    JSONSchemaProps conditions = at(status, "conditions");
    conditions.setXKubernetesListType("map");
    conditions.setXKubernetesListMapKeys(List.of("type"));
    conditions.getItems().getSchema().setRequired(List.of("type", "status"));
  }

  private static CustomResourceDefinitionVersion unserved(String name) {
    return new CustomResourceDefinitionVersionBuilder()
        .withName(name)
        .withServed(false)
        .withStorage(false)
        .withNewSchema()
        .withNewOpenAPIV3Schema()
        .withType("object")
        .withXKubernetesPreserveUnknownFields(true)
        .endOpenAPIV3Schema()
        .endSchema()
        .build();
  }

  /** The schema of a field, which must exist. */
  static JSONSchemaProps at(JSONSchemaProps schema, String path) {
    JSONSchemaProps here = schema;
    for (String name : path.split("\\.", -1)) {
      here = Objects.requireNonNull(here.getProperties().get(name), path);
    }
    return here;
  }
}
