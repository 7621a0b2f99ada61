package io.jopf.admission.config;

import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether others than this process answer behind the Service.
 *
 * @param pod the name of the pod that this process runs in
 */
public record Peers(KubernetesClient client, Target target, String pod) {

  private static final Logger LOG = LoggerFactory.getLogger(Peers.class);

  /** Whether there are; true as well if that cannot be told. */
  public boolean others() {
    if (target.url() != null) {
      return false;
    }
    try {
      return client
          .discovery()
          .v1()
          .endpointSlices()
          .inNamespace(target.namespace())
          .withLabels(Map.of("kubernetes.io/service-name", target.service()))
          .list()
          .getItems()
          .stream()
          .flatMap(slice -> slice.getEndpoints().stream())
          .anyMatch(this::isOther);
    } catch (KubernetesClientException e) {
      LOG.warn(
          "whether other replicas run cannot be told, so the webhook configurations stay: {}",
          e.getMessage());
      return true;
    }
  }

  private boolean isOther(Endpoint endpoint) {
    boolean ready =
        endpoint.getConditions() == null
            || !Boolean.FALSE.equals(endpoint.getConditions().getReady());
    boolean own = endpoint.getTargetRef() != null && pod.equals(endpoint.getTargetRef().getName());
    return ready && !own;
  }
}
