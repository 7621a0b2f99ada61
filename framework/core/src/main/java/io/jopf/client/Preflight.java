package io.jopf.client;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.jopf.StartupException;
import jakarta.inject.Singleton;
import java.net.HttpURLConnection;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks before the start whether the API server can be worked with. */
@Singleton
public final class Preflight {

  private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);
  private static final int RETRIES = 3;
  private static final ListOptions ONE = new ListOptionsBuilder().withLimit(1L).build();

  private final KubernetesClient client;

  Preflight(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Checks that every kind can be listed somewhere. A kind that is not served yet and a namespace
   * that we may not read are left to those who watch: they wait.
   *
   * @param namespaces where, as far as a kind lives in namespaces; none for everywhere
   * @param required whether every kind has to be served
   * @throws StartupException if the server does not answer, refuses us altogether, or lacks a kind
   *     that it has to serve
   */
  public void check(
      Collection<ResourceKind> kinds, Collection<String> namespaces, boolean required) {
    KubernetesClient impatient =
        client
            .newClient(new RequestConfigBuilder().withRequestRetryBackoffLimit(RETRIES).build())
            .adapt(KubernetesClient.class);
    for (ResourceKind kind : kinds) {
      try {
        list(impatient, kind, namespaces);
      } catch (KubernetesClientException e) {
        KubernetesClientException answer = isAnswer(e) ? e : answer(e);
        String complaint =
            "the API server at " + client.getMasterUrl() + " " + complaint(answer, kind);
        if (required || answer.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
          throw new StartupException(complaint, answer);
        }
        LOG.warn("{}; waiting for it", complaint);
      }
    }
  }

  private static void list(
      KubernetesClient client, ResourceKind kind, Collection<String> namespaces) {
    var all = kind.in(client);
    if (!kind.namespaced()) {
      all.list(ONE);
    } else if (namespaces.isEmpty()) {
      all.inAnyNamespace().list(ONE);
    } else {
      listOneOf(all, namespaces);
    }
  }

  /** To be let into one namespace is enough. */
  private static void listOneOf(
      MixedOperation<GenericKubernetesResource, ?, ?> all, Collection<String> namespaces) {
    KubernetesClientException refused = null;
    for (String namespace : namespaces) {
      try {
        all.inNamespace(namespace).list(ONE);
        return;
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
          throw e;
        }
        refused = e;
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  /**
   * What the server says over HTTP/1.1. Over HTTP/2 it hangs up on whom it does not know, often
   * before its answer has been read.
   */
  private KubernetesClientException answer(KubernetesClientException silence) {
    Config config =
        new ConfigBuilder(client.getConfiguration())
            .withHttp2Disable(true)
            .withRequestRetryBackoffLimit(0)
            .build();
    try (KubernetesClient plain = new KubernetesClientBuilder().withConfig(config).build()) {
      plain.getKubernetesVersion();
      return silence;
    } catch (KubernetesClientException e) {
      return isAnswer(e) ? e : silence;
    }
  }

  private static boolean isAnswer(KubernetesClientException e) {
    return e.getCode() > 0;
  }

  private static String complaint(KubernetesClientException e, ResourceKind kind) {
    return switch (e.getCode()) {
      case HttpURLConnection.HTTP_NOT_FOUND ->
          "does not serve "
              + kind.kind()
              + " ("
              + kind.apiVersion()
              + "): install its CRD "
              + kind.resourceName()
              + " first (kubectl apply -f <crd.yaml>)";
      case HttpURLConnection.HTTP_UNAUTHORIZED ->
          "does not know us (401): check the credentials in KUBECONFIG";
      case HttpURLConnection.HTTP_FORBIDDEN ->
          "refuses us (" + ServerAnswer.text(e) + "): bind the operator's role to its account";
      default -> "does not answer (" + Reason.of(e) + "): check KUBECONFIG and the network";
    };
  }
}
