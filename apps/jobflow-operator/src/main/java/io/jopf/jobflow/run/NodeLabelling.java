package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.client.ServerAnswer;
import io.jopf.flow.StepState;
import io.jopf.flow.rollout.NodeStatus;
import io.jopf.jobflow.node.NodeFacts;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts labels on the nodes where a DaemonJob succeeded. The right to do so is nothing that every
 * installation grants; without it, that is told.
 *
 * @param there finds a node by its name and the beginning of its UID; empty if it is not there
 * @param put puts some on a node, and on no other of its name
 */
public record NodeLabelling(
    Function<NodeStatus, Optional<NodeFacts>> there,
    BiConsumer<NodeFacts, Map<String, String>> put) {
  /** In one round, which has other things to do. */
  static final int MOST_AT_ONCE = 100;

  /**
   * What came of it.
   *
   * @param refused the server's words; empty if all nodes have the labels, null if nothing is asked
   *     for, there is no node to label yet, or the answer is not known yet
   * @param trouble what is worth another try; null if nothing is
   * @param more whether there are others to label in another round
   */
  record Result(@Nullable String refused, @Nullable RuntimeException trouble, boolean more) {
    private static final Result NOTHING = new Result(null, null, false);

    boolean isRefused() {
      return refused != null && !refused.isEmpty();
    }
  }

  /** Puts them where they are missing. */
  Result keep(@Nullable Map<String, String> wanted, List<NodeStatus> nodes) {
    if (wanted == null || wanted.isEmpty()) {
      return Result.NOTHING;
    }
    int labelled = 0;
    int tried = 0;
    boolean gone = false;
    for (NodeStatus node : nodes) {
      NodeFacts facts = done(node).orElse(null);
      if (facts == null) {
        continue;
      }
      if (facts.labels().entrySet().containsAll(wanted.entrySet())) {
        labelled++;
        continue;
      }
      if (tried == MOST_AT_ONCE) {
        return new Result(null, null, true);
      }
      tried++;
      try {
        put.accept(facts, wanted);
        labelled++;
      } catch (KubernetesClientException e) {
        if (!isGone(e)) {
          return e.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                  || e.getCode() == ServerAnswer.UNPROCESSABLE
              ? new Result(ServerAnswer.text(e), null, false)
              : new Result(null, e, false);
        }
        gone = true;
      }
    }
    if (gone) {
      return new Result(null, null, true);
    }
    return labelled == 0 ? Result.NOTHING : new Result("", null, false);
  }

  private Optional<NodeFacts> done(NodeStatus node) {
    return node.state() == StepState.SUCCEEDED && !node.gone()
        ? there.apply(node)
        : Optional.empty();
  }

  /** Whether the node has left, or another one has its name: the next round will see that. */
  private static boolean isGone(KubernetesClientException e) {
    return switch (e.getCode()) {
      case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_CONFLICT -> true;
      case ServerAnswer.UNPROCESSABLE ->
          Optional.ofNullable(e.getStatus())
              .map(Status::getDetails)
              .map(StatusDetails::getCauses)
              .stream()
              .flatMap(List::stream)
              .anyMatch(cause -> "metadata.uid".equals(cause.getField()));
      default -> false;
    };
  }
}
