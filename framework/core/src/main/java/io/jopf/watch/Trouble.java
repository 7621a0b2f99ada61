package io.jopf.watch;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.client.ServerAnswer;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** Why a list or a watch has ended, as far as it matters for how to go on. */
enum Trouble {
  /** What we knew is too old to go on from, or is not understood. */
  GONE,
  /** The kind is not served. */
  MISSING,
  /** We may not. */
  REFUSED,
  /** The server asks for patience. */
  BUSY,
  /** Anything else that passes: the connection, a server's fault, credentials being renewed. */
  BROKEN;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final String FROM_THE_FUTURE = "Too large resource version";

  /** What the client says of a watch that the server closed at once without a word. */
  private static final String CLOSED_AT_ONCE = "resourceVersion too old";

  /**
   * @param resuming whether we went on from a version, and did not list
   */
  static Trouble of(Throwable why, boolean resuming) {
    KubernetesClientException answer = answer(why);
    if (answer == null) {
      return BROKEN;
    }
    return switch (answer.getCode()) {
      case HttpURLConnection.HTTP_GONE -> isClosedAtOnce(answer) ? BROKEN : GONE;
      case HttpURLConnection.HTTP_BAD_REQUEST, ServerAnswer.UNPROCESSABLE ->
          resuming ? GONE : BROKEN;
      case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_BAD_METHOD -> MISSING;
      case HttpURLConnection.HTTP_FORBIDDEN -> REFUSED;
      case TOO_MANY_REQUESTS -> BUSY;
      case HttpURLConnection.HTTP_GATEWAY_TIMEOUT ->
          String.valueOf(answer.getMessage()).contains(FROM_THE_FUTURE) ? GONE : BROKEN;
      default -> BROKEN;
    };
  }

  private static boolean isClosedAtOnce(KubernetesClientException answer) {
    return answer.getStatus() != null && CLOSED_AT_ONCE.equals(answer.getStatus().getMessage());
  }

  private static @Nullable KubernetesClientException answer(Throwable why) {
    Throwable cause = why;
    while (cause != null) {
      if (cause instanceof KubernetesClientException answer && answer.getCode() > 0) {
        return answer;
      }
      cause = cause.getCause();
    }
    return null;
  }
}
