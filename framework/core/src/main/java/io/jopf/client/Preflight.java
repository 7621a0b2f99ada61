package io.jopf.client;

import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.Client;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.jopf.StartupException;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;
import java.util.Collection;

/** Looks before the start whether the API server can be worked with. */
@Singleton
public final class Preflight {

  private static final int RETRIES = 3;

  private final KubernetesClient client;

  Preflight(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Checks that every kind is served.
   *
   * @throws StartupException if the server does not answer, refuses us, or lacks a kind
   */
  public void check(Collection<ResourceKind> kinds) {
    Client impatient =
        client.newClient(new RequestConfigBuilder().withRequestRetryBackoffLimit(RETRIES).build());
    try {
      for (ResourceKind kind : kinds) {
        checkServed(impatient, kind);
      }
    } catch (KubernetesClientException e) {
      throw new StartupException(reason(e, client.getMasterUrl().toString()), e);
    }
  }

  private static void checkServed(Client client, ResourceKind kind) {
    if (!isServed(client, kind)) {
      throw new StartupException(
          "the API server at "
              + client.getMasterUrl()
              + " does not serve "
              + kind.kind()
              + " ("
              + kind.apiVersion()
              + "): install its CRD "
              + kind.resourceName()
              + " first (kubectl apply -f <crd.yaml>)");
    }
  }

  private static boolean isServed(Client client, ResourceKind kind) {
    try {
      APIResourceList served = client.getApiResources(kind.apiVersion());
      return served != null
          && served.getResources().stream()
              .anyMatch(resource -> resource.getName().equals(kind.plural()));
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  private static String reason(KubernetesClientException e, String url) {
    return switch (e.getCode()) {
      case HttpURLConnection.HTTP_UNAUTHORIZED ->
          "the API server at "
              + url
              + " does not know us (401): check the credentials in KUBECONFIG";
      case HttpURLConnection.HTTP_FORBIDDEN ->
          "the API server at " + url + " refuses us (403): check the role binding of our account";
      default ->
          "the API server at "
              + url
              + " does not answer ("
              + rootMessage(e)
              + "): check KUBECONFIG and the network";
    };
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
