package io.jopf.demo.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/** Says in a line why the cluster did not do what it was asked. */
final class Reasons {

  private Reasons() {}

  static String of(Throwable failure) {
    if (failure instanceof KubernetesClientException refused
        && refused.getStatus() != null
        && refused.getStatus().getMessage() != null) {
      return firstLine(refused.getStatus().getMessage());
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return Optional.ofNullable(root.getMessage())
        .map(Reasons::firstLine)
        .orElse(root.getClass().getSimpleName());
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
