package io.jopf.jobflow;

import io.jopf.jobflow.node.NodeFacts;
import io.jopf.jobflow.node.PlacementRisk;
import java.util.Optional;

/**
 * A cluster that is asked a few times only: whoever waits for an answer does so for all of them.
 * After that nothing is known against anything. For one thread.
 */
final class FewQuestions implements PlacementRisk.Cluster {
  /** Requests to the API server. */
  static final int MOST = 10;

  /** A claim takes another one, for its StorageClass. */
  private static final int OF_CLAIM = 2;

  private final PlacementRisk.Cluster cluster;
  private int left = MOST;

  FewQuestions(PlacementRisk.Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public Optional<NodeFacts> node(String name) {
    return spend(1) ? cluster.node(name) : Optional.of(NodeFacts.unknown(name));
  }

  @Override
  public Optional<String> waitingClass(String claim) {
    return spend(OF_CLAIM) ? cluster.waitingClass(claim) : Optional.empty();
  }

  private boolean spend(int requests) {
    boolean enough = left >= requests;
    left -= enough ? requests : 0;
    return enough;
  }
}
