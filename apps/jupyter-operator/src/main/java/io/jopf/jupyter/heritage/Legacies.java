package io.jopf.jupyter.heritage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.Owned;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.objects.ConfigMaps;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.plan.OwnLabels;
import io.jopf.jupyter.status.StatusReport;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for what the original operator has left. Its objects lack the label that is watched. */
@Singleton
public final class Legacies {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final KubernetesClient client;

  /**
   * Asks nothing yet.
   *
   * @param client for what is not watched
   */
  public Legacies(KubernetesClient client) {
    this.client = client;
  }

  /**
   * What is left of a notebook.
   *
   * @param configs those of ours that it has
   * @param deployment that of ours; null if there is none
   */
  public Legacy of(
      JupyterNotebook notebook, Owned<ConfigMap> configs, @Nullable Deployment deployment) {
    String name = notebook.getMetadata().getName();
    if (deployment != null
        || StatusReport.wasMade(notebook)
        // which begins only where nothing was left
        || StatusReport.isBeingMade(notebook)) {
      return Legacy.NONE;
    }
    // what the original operator makes first
    ConfigMap config = configs.named(ConfigMaps.configName(name)).orElse(null);
    if (config == null) {
      config = find(notebook, ConfigMap.class, ConfigMaps.configName(name));
    }
    Optional<Token> token =
        Optional.ofNullable(config)
            .flatMap(Legacies::token)
            .or(() -> StatusReport.publishedToken(notebook));
    if (config == null && token.isEmpty()) {
      return Legacy.NONE;
    }
    Deployment left = find(notebook, Deployment.class, name);
    boolean deployed = left != null && !OwnLabels.areOn(left);
    boolean configured = config != null && !OwnLabels.areOn(config);
    return new Legacy(deployed || configured, deployed, token);
  }

  private <T extends HasMetadata> @Nullable T find(
      JupyterNotebook notebook, Class<T> type, String name) {
    T found =
        client
            .resources(type)
            .inNamespace(notebook.getMetadata().getNamespace())
            .withName(name)
            .get();
    return found != null && isControlled(found, notebook) ? found : null;
  }

  private static boolean isControlled(HasMetadata object, JupyterNotebook notebook) {
    return object.getMetadata().getDeletionTimestamp() == null
        && object.getMetadata().getOwnerReferences().stream()
            .filter(owner -> Boolean.TRUE.equals(owner.getController()))
            .anyMatch(owner -> notebook.getMetadata().getUid().equals(owner.getUid()));
  }

  /** Tolerates what users have made of the file. */
  static Optional<Token> token(ConfigMap config) {
    String text = config.getData() == null ? null : config.getData().get(ConfigMaps.CONFIG_FILE);
    if (text == null) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(text);
      return Stream.of("ServerApp", "NotebookApp")
          .map(section -> json.path(section).path("token").asText())
          .flatMap(token -> Token.parse(token).stream())
          .findFirst();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
