package io.jopf.admission.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where API servers find the handlers.
 *
 * @param url the address outside the cluster, without path; null: a Service
 * @param service the Service's name
 * @param namespace and its namespace
 * @param port and its port
 */
public record Target(@Nullable String url, String service, String namespace, int port) {

  /** The names that the certificate has to have. */
  public List<String> names() {
    if (url != null) {
      String host = java.net.URI.create(url).getHost();
      return List.of(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }
    String inside = service + "." + namespace + ".svc";
    return List.of(service, service + "." + namespace, inside, inside + ".cluster.local");
  }

  /**
   * How the API server calls a handler.
   *
   * @param bundle the authorities to verify with, as PEM; empty if somebody else fills that in
   */
  ObjectNode client(String path, String bundle) {
    ObjectNode client = Json.MAPPER.createObjectNode();
    if (url != null) {
      client.put("url", url + path);
    } else {
      client
          .putObject("service")
          .put("name", service)
          .put("namespace", namespace)
          .put("path", path)
          .put("port", port);
    }
    if (!bundle.isEmpty()) {
      client.put(
          "caBundle",
          Base64.getEncoder().encodeToString(bundle.getBytes(StandardCharsets.US_ASCII)));
    }
    return client;
  }
}
