package io.jopf.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.internal.OperationSupport;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The patch of one object, by way of the client's HTTP client and with all that it does to a
 * request: who asks, time-outs, retries. The client's own patch builds the address out of an object
 * that it copies and writes down on the way, and reads from the answer who manages which field,
 * which is more than the rest of most objects.
 */
final class PatchRequest extends OperationSupport implements Unread {

  static final ObjectReader READER =
      JsonMapper.builder()
          .addMixIn(ObjectMeta.class, Unmanaged.class)
          .build()
          .readerFor(GenericKubernetesResource.class);

  private final KubernetesClient client;
  private final String path;

  /**
   * @param path of the object on the server, such as {@code api/v1/namespaces/a/pods/b}
   */
  PatchRequest(KubernetesClient client, String path) {
    super(client);
    this.client = client;
    this.path = path;
  }

  @Override
  public Unread status() {
    return new PatchRequest(client, path + "/status");
  }

  @Override
  public GenericKubernetesResource patch(PatchContext context, String body) {
    HttpRequest request =
        httpClient
            .newHttpRequestBuilder()
            .patch(context.getPatchType().getContentType(), body)
            .uri(config.getMasterUrl() + path + query(context))
            .timeout(config.getRequestTimeout(), TimeUnit.MILLISECONDS)
            .build();
    try {
      HttpResponse<byte[]> answer = waitForResult(httpClient.sendAsync(request, byte[].class));
      assertResponseCode(request, answer);
      return READER.readValue(answer.body());
    } catch (IOException e) {
      throw KubernetesClientException.launderThrowable("PATCH of " + path, e);
    }
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

  @JsonIgnoreProperties("managedFields")
  private interface Unmanaged {}
}
