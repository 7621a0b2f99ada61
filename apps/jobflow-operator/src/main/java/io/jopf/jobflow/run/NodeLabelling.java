package io.jopf.jobflow.run;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.client.ServerAnswer;
import io.jopf.flow.StepState;
import io.jopf.flow.rollout.NodeStatus;
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
 * @param labels those of a node, by its name and the beginning of its UID; empty if it is not there
 * @param put puts some on a node
 */
public record NodeLabelling(
    Function<NodeStatus, Optional<Map<String, String>>> labels,
    BiConsumer<String, Map<String, String>> put) {

  /**
   * What came of it.
   *
   * @param refused the server's words; empty if all nodes have the labels, null if nothing is asked
   *     for or the answer is not known yet
   * @param trouble what is worth another try; null if nothing is
   */
  record Result(@Nullable String refused, @Nullable RuntimeException trouble) {

    boolean isRefused() {
      return refused != null && !refused.isEmpty();
    }
  }

  /** Puts them where they are missing. */
  Result keep(@Nullable Map<String, String> wanted, List<NodeStatus> nodes) {
    if (wanted == null || wanted.isEmpty()) {
      return new Result(null, null);
    }
    for (NodeStatus node : nodes) {
      boolean missing =
          node.state() == StepState.SUCCEEDED
              && !node.gone()
              && labels
                  .apply(node)
                  .filter(has -> !has.entrySet().containsAll(wanted.entrySet()))
                  .isPresent();
      try {
        if (missing) {
          put.accept(node.name(), wanted);
        }
      } catch (KubernetesClientException e) {
        boolean refused =
            e.getCode() == HttpURLConnection.HTTP_FORBIDDEN
                || e.getCode() == ServerAnswer.UNPROCESSABLE;
        return refused ? new Result(ServerAnswer.text(e), null) : new Result(null, e);
      }
    }
    return new Result("", null);
  }
}
