package io.jopf.demo.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.client.ServerAnswer;
import java.net.ConnectException;

/** Says in a line why the cluster did not do what it was asked. */
final class Reasons {

  private Reasons() {}

  static String of(Throwable failure) {
    if (failure instanceof KubernetesClientException refused && refused.getStatus() != null) {
      return firstLine(ServerAnswer.text(refused));
    }
    // what lies deepest is nearest to the truth, but not all of it has something to say
    String reason = failure.getClass().getSimpleName();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        reason = firstLine(cause.getMessage());
      } else if (cause instanceof ConnectException) {
        reason = "no connection";
      }
    }
    return reason;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
