package io.jopf.jobflow.cli;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.UnknownHostException;
import java.util.Optional;

/** What an exception says to people. */
final class Words {

  private Words() {}

  static String of(Exception e) {
    if (!(e instanceof KubernetesClientException answer)) {
      return Optional.ofNullable(e.getMessage()).orElse(e.toString());
    }
    if (answer.getStatus() != null && answer.getStatus().getMessage() != null) {
      return answer.getStatus().getMessage();
    }
    Throwable cause = answer;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String why = Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
    if (cause instanceof UnknownHostException) {
      why = "there is no host " + why;
    }
    return answer.getCode() > 0 ? why : "the cluster cannot be reached: " + why;
  }
}
