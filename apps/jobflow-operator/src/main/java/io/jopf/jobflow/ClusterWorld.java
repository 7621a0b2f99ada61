package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.Indexed;
import io.jopf.Watched;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.node.NodeFacts;
import io.jopf.jobflow.node.PlacementRisk;
import io.jopf.jobflow.run.World;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cluster around one flow. Everything but the templates is asked for only when it is needed.
 */
final class ClusterWorld implements World {
  private final KubernetesClient client;
  private final JobFlow flow;
  private final Watched<JobTemplate> templates;
  private final Indexed<String, NodeFacts> nodes;
  private final @Nullable String queued;

  ClusterWorld(
      KubernetesClient client,
      JobFlow flow,
      Watched<JobTemplate> templates,
      Indexed<String, NodeFacts> nodes,
      @Nullable String queued) {
    this.client = client;
    this.flow = flow;
    this.templates = templates;
    this.nodes = nodes;
    this.queued = queued;
  }

  private String namespace() {
    return flow.getMetadata().getNamespace();
  }

  @Override
  public Optional<JobTemplate> template(String name) {
    return templates.named(name);
  }

  @Override
  public Optional<ControllerRevision> copy(String name) {
    String uid = flow.getMetadata().getUid();
    return Optional.ofNullable(
            client
                .resources(ControllerRevision.class)
                .inNamespace(namespace())
                .withName(name)
                .get())
        .filter(
            copy ->
                copy.getMetadata().getOwnerReferences().stream()
                    .anyMatch(owner -> owner.getUid().equals(uid)));
  }

  @Override
  public @Nullable String queued() {
    return queued;
  }

  @Override
  public String terminationMessage(Job job) {
    return pods(job)
        .filter(pod -> pod.getStatus() != null && "Succeeded".equals(pod.getStatus().getPhase()))
        .flatMap(ClusterWorld::messages)
        .findFirst()
        .orElse("");
  }

  private Stream<Pod> pods(Job job) {
    return client
        .pods()
        .inNamespace(namespace())
        .withLabel("batch.kubernetes.io/job-name", job.getMetadata().getName())
        .list()
        .getItems()
        .stream();
  }

  private static Stream<String> messages(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .map(ContainerStatus::getState)
        .filter(state -> state != null && state.getTerminated() != null)
        .map(state -> state.getTerminated().getMessage())
        .filter(Objects::nonNull)
        .filter(message -> !message.isBlank());
  }

  @Override
  public @Nullable String nodeOf(Job job) {
    return pods(job)
        .map(pod -> pod.getSpec() == null ? null : pod.getSpec().getNodeName())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Override
  public PlacementRisk.Cluster cluster() {
    return new ClusterPlacement(client, namespace(), name -> nodes.get(name).stream().findFirst());
  }

  @Override
  public void deleteFlow() {
    ObjectMeta metadata = flow.getMetadata();
    client.resources(JobFlow.class).inNamespace(namespace()).withName(metadata.getName()).delete();
  }
}
