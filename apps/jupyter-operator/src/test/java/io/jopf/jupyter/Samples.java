package io.jopf.jupyter;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.settings.OperatorSettings;
import io.micronaut.core.value.MapPropertyResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Notebooks and settings that tests start from. */
public final class Samples {

  private Samples() {}

  /** The root of the sources. */
  public static Path root() {
    return Path.of(System.getProperty("jopf.root", "../.."));
  }

  /** A file of examples/jupyter. */
  public static JupyterNotebook example(String file) throws IOException {
    return notebook(Files.readString(root().resolve("examples/jupyter").resolve(file)));
  }

  /** A notebook called nb in the namespace dm, with this YAML below spec. */
  public static JupyterNotebook withSpec(String spec) {
    return named("nb", spec);
  }

  /** A notebook in the namespace dm, with this YAML below spec. */
  public static JupyterNotebook named(String name, String spec) {
    return notebook(
        """
        apiVersion: squonk.it/v2
        kind: JupyterNotebook
        metadata: {name: %s, namespace: dm, generation: 1}
        spec:
        %s\
        """
            .formatted(name, spec.indent(2)));
  }

  /** A notebook that has what it needs and nothing else. */
  public static JupyterNotebook minimal() {
    return withSpec("imDataManager: {project: {claimName: projects, id: p1}}");
  }

  /** With these fields, in YAML flow style, beside the project. */
  public static JupyterNotebook with(String fields) {
    return withSpec("imDataManager: {project: {claimName: projects, id: p1}, " + fields + "}");
  }

  /** Settings with a domain and a label of nodes, and these properties below {@code jupyter}. */
  public static OperatorSettings settings(String... propertiesAndValues) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("jupyter.ingress.domain", "example.com");
    properties.put("jupyter.pod.node-selector.key", "purpose");
    properties.put("jupyter.pod.node-selector.value", "yes");
    for (int i = 0; i < propertiesAndValues.length; i += 2) {
      properties.put("jupyter." + propertiesAndValues[i], propertiesAndValues[i + 1]);
    }
    return OperatorSettings.from(new MapPropertyResolver(properties));
  }

  private static JupyterNotebook notebook(String yaml) {
    return Serialization.unmarshal(yaml, JupyterNotebook.class);
  }
}
