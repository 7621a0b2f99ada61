package io.jopf.test.scenarios.admission;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.jopf.test.Cluster;
import io.jopf.test.scenarios.Things;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operator of a test has told the API server. */
record Webhooks(Cluster cluster) {

  String name() {
    return Things.MARKS.operator() + "." + cluster.namespace();
  }

  Resource<ValidatingWebhookConfiguration> validating() {
    return cluster.client().resources(ValidatingWebhookConfiguration.class).withName(name());
  }

  Resource<MutatingWebhookConfiguration> mutating() {
    return cluster.client().resources(MutatingWebhookConfiguration.class).withName(name());
  }

  List<String> policies() {
    ValidatingWebhookConfiguration found = validating().get();
    return found == null
        ? List.of()
        : found.getWebhooks().stream().map(ValidatingWebhook::getFailurePolicy).toList();
  }

  List<String> names() {
    ValidatingWebhookConfiguration found = validating().get();
    return found == null
        ? List.of()
        : found.getWebhooks().stream().map(ValidatingWebhook::getName).toList();
  }

  /** Waits until a request is carried out, or not: API servers learn of webhooks a little late. */
  void awaitAsked(Runnable request, boolean refused) {
    cluster.await(
        refused ? "the request is refused" : "the request is carried out",
        () -> (refusal(request) != null) == refused);
  }

  static @Nullable KubernetesClientException refusal(Runnable request) {
    try {
      request.run();
      return null;
    } catch (KubernetesClientException e) {
      return e;
    }
  }
}
