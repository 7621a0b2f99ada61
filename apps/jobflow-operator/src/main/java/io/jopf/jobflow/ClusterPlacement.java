package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.jobflow.node.NodeFacts;
import io.jopf.jobflow.node.PlacementRisk;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a cluster says of nodes and claims; claims are asked for each time.
 *
 * @param namespace that of the claims
 * @param nodes finds a node by its name
 */
record ClusterPlacement(
    KubernetesClient client, String namespace, Function<String, Optional<NodeFacts>> nodes)
    implements PlacementRisk.Cluster {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterPlacement.class);

  @Override
  public Optional<NodeFacts> node(String name) {
    return nodes.apply(name);
  }

  /** Where there is no index: the API server is asked about nodes too. */
  static ClusterPlacement asking(KubernetesClient client, String namespace) {
    return new ClusterPlacement(client, namespace, name -> asked(client, name));
  }

  private static Optional<NodeFacts> asked(KubernetesClient client, String name) {
    try {
      return client.nodes().withField("metadata.name", name).list().getItems().stream()
          .map(NodeFacts::of)
          .findFirst();
    } catch (KubernetesClientException e) {
      LOG.debug("node {} could not be looked at", name, e);
      return Optional.of(NodeFacts.unknown(name));
    }
  }

  @Override
  public Optional<String> waitingClass(String name) {
    try {
      PersistentVolumeClaim claim =
          client.persistentVolumeClaims().inNamespace(namespace).withName(name).get();
      if (claim == null
          || claim.getSpec() == null
          || claim.getSpec().getStorageClassName() == null
          || (claim.getStatus() != null && "Bound".equals(claim.getStatus().getPhase()))) {
        return Optional.empty();
      }
      String storageClass = claim.getSpec().getStorageClassName();
      return Optional.ofNullable(
              client.storage().v1().storageClasses().withName(storageClass).get())
          .filter(found -> "WaitForFirstConsumer".equals(found.getVolumeBindingMode()))
          .map(found -> storageClass);
    } catch (KubernetesClientException e) {
      // a warning is not worth trouble
      LOG.debug("claim {}/{} could not be looked at", namespace, name, e);
      return Optional.empty();
    }
  }
}
