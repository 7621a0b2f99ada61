package io.jopf.jupyter;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.ForeignObjectException;
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

  private static final int UNPROCESSABLE = 422;

  /** Answers that stay the same however often one asks; trouble of the server is not among them. */
  private static final Set<Integer> REFUSALS =
      Set.of(
          HttpURLConnection.HTTP_BAD_REQUEST,
          HttpURLConnection.HTTP_FORBIDDEN,
          HttpURLConnection.HTTP_NOT_FOUND,
          UNPROCESSABLE);

  static Optional<Obstacle> in(RuntimeException e) {
    if (e instanceof ForeignObjectException) {
      return Optional.of(new Obstacle("Conflict", messageOf(e)));
    }
    return e instanceof KubernetesClientException refused && REFUSALS.contains(refused.getCode())
        ? Optional.of(new Obstacle("Refused", answerIn(refused)))
        : Optional.empty();
  }

  /** What the server said, without what the client says around it. */
  private static String answerIn(KubernetesClientException e) {
    return e.getStatus() == null || e.getStatus().getMessage() == null
        ? messageOf(e)
        : e.getStatus().getMessage();
  }

  private static String messageOf(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
