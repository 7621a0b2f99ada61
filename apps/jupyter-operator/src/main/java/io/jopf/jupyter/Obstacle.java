package io.jopf.jupyter;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.ForeignObjectException;
import io.jopf.client.ServerAnswer;
import io.jopf.jupyter.api.Reasons;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps an object from being made and is for people to remove.
 *
 * @param reason a CamelCase word
 * @param message names the object
 */
record Obstacle(String reason, String message) {

  /** Answers that stay the same however often one asks; trouble of the server is not among them. */
  private static final Set<Integer> REFUSALS =
      Set.of(
          HttpURLConnection.HTTP_BAD_REQUEST,
          HttpURLConnection.HTTP_FORBIDDEN,
          HttpURLConnection.HTTP_NOT_FOUND,
          ServerAnswer.UNPROCESSABLE);

  static Optional<Obstacle> in(RuntimeException e) {
    if (e instanceof ForeignObjectException) {
      return Optional.of(new Obstacle(Reasons.CONFLICT, ServerAnswer.text(e)));
    }
    if (e instanceof PathTakenException taken) {
      return Optional.of(new Obstacle(Reasons.PATH_TAKEN, String.valueOf(taken.getMessage())));
    }
    return e instanceof KubernetesClientException refused && REFUSALS.contains(refused.getCode())
        ? Optional.of(new Obstacle(Reasons.REFUSED, ServerAnswer.text(refused)))
        : Optional.empty();
  }
}
