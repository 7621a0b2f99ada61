package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.DaemonJobStatus;
import io.jopf.jobflow.api.NodeEntry;
import io.jopf.test.Cluster;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What scenarios ask a cluster about DaemonJobs. */
record DaemonJobs(Cluster cluster) {

  /** One whose job is a command, with further lines of its spec. */
  void apply(String name, String command, String... lines) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("apiVersion: api.practice.com/v1alpha1\nkind: DaemonJob\n");
    yaml.append("metadata: {name: ").append(name).append("}\nspec:\n");
    for (String line : lines) {
      yaml.append("  ").append(line).append('\n');
    }
    yaml.append("  template: {spec: {containers: [{name: main, image: 'busybox:1.28', ");
    yaml.append("command: [sh, -c, '").append(command).append("']}]}}\n");
    cluster.apply(yaml.toString());
  }

  void annotate(String name, String annotation, String value) {
    String patch = "{\"metadata\": {\"annotations\": {\"" + annotation + "\": \"" + value + "\"}}}";
    cluster
        .client()
        .resources(DaemonJob.class)
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  void cordon(String node, boolean closed) {
    // whatever else writes to the node at the same time
    String patch = "{\"spec\": {\"unschedulable\": " + closed + "}}";
    cluster.client().nodes().withName(node).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  /** As a kubelet tells that its node is still there. */
  void heartbeat(String node) {
    cluster
        .client()
        .nodes()
        .withName(node)
        .editStatus(
            (Node one) ->
                new NodeBuilder(one)
                    .editStatus()
                    .editFirstCondition()
                    .withLastHeartbeatTime("2026-01-01T00:05:00Z")
                    .endCondition()
                    .endStatus()
                    .build());
  }

  DaemonJobStatus status(String name) {
    return Optional.ofNullable(cluster.get(DaemonJob.class, name))
        .map(DaemonJob::getStatus)
        .orElse(DaemonJobStatus.none());
  }

  List<NodeEntry> nodes(String name) {
    return Objects.requireNonNullElse(status(name).nodes(), List.of());
  }

  NodeEntry node(String name, String node) {
    return nodes(name).stream()
        .filter(entry -> entry.name().equals(node))
        .findFirst()
        .orElse(
            new NodeEntry(
                node, null, "", null, null, null, null, null, null, null, null, null, null));
  }

  void await(String name, String state) {
    cluster.await(name + " is " + state, () -> state.equals(status(name).state()));
  }

  void awaitEnd(String name) {
    cluster.await(name + " has ended", () -> status(name).completionTime() != null);
  }

  void awaitNode(String name, String node, String state) {
    cluster.await(
        name + " is " + state + " on " + node, () -> state.equals(node(name, node).state()));
  }

  /** Status and reason of a condition; empty if there is none. */
  String condition(String name, String type) {
    return Objects.requireNonNullElse(status(name).conditions(), List.<Condition>of()).stream()
        .filter(condition -> type.equals(condition.getType()))
        .map(condition -> condition.getStatus() + " " + condition.getReason())
        .findFirst()
        .orElse("");
  }

  String version(String name) {
    return Objects.requireNonNull(cluster.get(DaemonJob.class, name))
        .getMetadata()
        .getResourceVersion();
  }
}
