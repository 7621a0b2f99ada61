package io.jopf.admission.review;

import com.fasterxml.jackson.databind.node.NullNode;
import io.jopf.AdmissionException;
import io.jopf.PermanentException;
import io.jopf.TemporaryException;
import java.net.HttpURLConnection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a handler does not let a request pass.
 *
 * @param weight the smaller, the more its message has to say
 * @param code the HTTP status of the API server's answer
 * @param message for who made the request
 */
record Refusal(int weight, int code, String message) {

  private static final int FAILURE = 3;

  /** Of several refusals that one is told that was meant as one, rather than a failure. */
  static final Comparator<Refusal> MOST_TELLING = Comparator.comparingInt(Refusal::weight);

  static Refusal of(String handler, @Nullable Throwable failure, String message) {
    if (failure instanceof AdmissionException refusal) {
      return new Refusal(0, refusal.code(), message);
    }
    if (failure instanceof PermanentException) {
      return new Refusal(1, HttpURLConnection.HTTP_FORBIDDEN, message);
    }
    if (failure instanceof TemporaryException) {
      return new Refusal(2, HttpURLConnection.HTTP_UNAVAILABLE, message);
    }
    String type = failure == null ? "" : failure.getClass().getSimpleName();
    String told = type.isEmpty() || message.equals(type) ? message : type + ": " + message;
    return new Refusal(
        FAILURE, HttpURLConnection.HTTP_INTERNAL_ERROR, handler + " failed: " + told);
  }

  /** Whether nobody meant to refuse anything. */
  boolean isFailure() {
    return weight == FAILURE;
  }

  Verdict verdict(List<String> warnings) {
    return new Verdict(false, code, message, List.copyOf(warnings), NullNode.getInstance());
  }
}
