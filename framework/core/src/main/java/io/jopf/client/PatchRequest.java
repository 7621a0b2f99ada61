package io.jopf.client;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The patch of one object. */
final class PatchRequest extends LeanRequest implements Unread {

  private final KubernetesClient client;
  private final String path;

  /**
   * @param path of the object on the server, such as {@code api/v1/namespaces/a/pods/b}
   */
  PatchRequest(KubernetesClient client, String path) {
    super(client, path);
    this.client = client;
    this.path = path;
  }

  @Override
  public Unread status() {
    return new PatchRequest(client, path + "/status");
  }

  @Override
  public GenericKubernetesResource patch(PatchContext context, String body) {
    String type = context.getPatchType().getContentType();
    return exchange(httpClient.newHttpRequestBuilder().patch(type, body), query(context));
  }

  private static String query(PatchContext context) {
    List<String> parameters = new ArrayList<>();
    if (context.getForce() != null) {
      parameters.add("force=" + context.getForce());
    }
    if (context.getFieldManager() != null) {
      String manager = URLEncoder.encode(context.getFieldManager(), StandardCharsets.UTF_8);
      parameters.add("fieldManager=" + manager);
    }
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }
}
