package io.jopf.client;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.internal.OperationSupport;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The creation of one object, as lean as {@link PatchRequest} and for the same reasons. */
final class CreateRequest extends OperationSupport {

  private static final String JSON = "application/json";

  private final String path;

  /**
   * @param path of the objects of the kind in their namespace, such as {@code
   *     api/v1/namespaces/a/pods}
   */
  CreateRequest(KubernetesClient client, String path) {
    super(client);
    this.path = path;
  }

  /** The object as the server answers with it, without managedFields. */
  GenericKubernetesResource send(String body) {
    HttpRequest request =
        httpClient
            .newHttpRequestBuilder()
            .post(JSON, body)
            .uri(config.getMasterUrl() + path)
            .timeout(config.getRequestTimeout(), TimeUnit.MILLISECONDS)
            .build();
    try {
      HttpResponse<byte[]> answer = waitForResult(httpClient.sendAsync(request, byte[].class));
      assertResponseCode(request, answer);
      return PatchRequest.READER.readValue(answer.body());
    } catch (IOException e) {
      throw KubernetesClientException.launderThrowable("POST to " + path, e);
    }
  }
}
