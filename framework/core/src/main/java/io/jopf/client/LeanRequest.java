package io.jopf.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.internal.OperationSupport;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * A write of one object, by way of the client's HTTP client and with all that it does to a request:
 * who asks, time-outs, retries. The client's own writes build the address out of an object that
 * they copy and write down on the way, and read from the answer who manages which field, which is
 * more than the rest of most objects.
 */
abstract class LeanRequest extends OperationSupport {

  static final ObjectReader READER =
      JsonMapper.builder()
          .addMixIn(ObjectMeta.class, Unmanaged.class)
          .build()
          .readerFor(GenericKubernetesResource.class);

  private final String path;

  LeanRequest(KubernetesClient client, String path) {
    super(client);
    this.path = path;
  }

  /**
   * Sends it.
   *
   * @param request with its method and body
   * @param query what follows the path; empty for nothing
   * @return the object as the server answers with it, without managedFields
   */
  GenericKubernetesResource exchange(HttpRequest.Builder request, String query) {
    HttpRequest whole =
        request
            .uri(config.getMasterUrl() + path + query)
            .timeout(config.getRequestTimeout(), TimeUnit.MILLISECONDS)
            .build();
    try {
      HttpResponse<byte[]> answer = waitForResult(httpClient.sendAsync(whole, byte[].class));
      assertResponseCode(whole, answer);
      return READER.readValue(answer.body());
    } catch (IOException e) {
      throw KubernetesClientException.launderThrowable(whole.method() + " " + path, e);
    }
  }

  @JsonIgnoreProperties("managedFields")
  private interface Unmanaged {}
}
