package io.jopf.client;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;

/** The creation of one object. */
final class CreateRequest extends LeanRequest {

  /**
   * @param path of the objects of the kind in their namespace, such as {@code
   *     api/v1/namespaces/a/pods}
   */
  CreateRequest(KubernetesClient client, String path) {
    super(client, path);
  }

  /** The object as the server answers with it, without managedFields. */
  GenericKubernetesResource send(String body) {
    return exchange(httpClient.newHttpRequestBuilder().post("application/json", body), "");
  }
}
