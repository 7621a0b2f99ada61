package io.jopf.jobflow;

import io.fabric8.kubernetes.api.model.Node;
import io.jopf.WatchEvent;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Index;
import io.jopf.annotation.OnEvent;
import io.jopf.jobflow.node.NodeFacts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what matters of the nodes, and tells DaemonJobs when that has changed. */
@Handlers(
    value = Node.class,
    omittedFields = {
      "status.images",
      "status.nodeInfo",
      "status.volumesInUse",
      "status.volumesAttached"
    })
class NodeHandlers {
  private final Map<String, NodeFacts> told = new ConcurrentHashMap<>();
  private final Followers followers;

  NodeHandlers(Followers followers) {
    this.followers = followers;
  }

  @Index
  Map<String, NodeFacts> nodes(Node node) {
    return Map.of(node.getMetadata().getName(), NodeFacts.of(node));
  }

  /** After the index, so that who is woken by it sees the node as it is now. */
  @OnEvent
  void seen(Node node, WatchEvent event) {
    String name = node.getMetadata().getName();
    NodeFacts now = event.type() == WatchEvent.Type.DELETED ? null : NodeFacts.of(node);
    NodeFacts before = now == null ? told.remove(name) : told.put(name, now);
    followers.changed(before, now);
  }
}
