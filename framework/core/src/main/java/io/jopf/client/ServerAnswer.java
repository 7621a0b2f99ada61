package io.jopf.client;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/** What the API server answers instead of doing what it was asked. */
public final class ServerAnswer {

  /** The status code for content that is understood and not valid. */
  public static final int UNPROCESSABLE = 422;

  private ServerAnswer() {}

  /**
   * What is to be told of a failure: the server's own words where it has said any, which the client
   * wraps in an address and a dump; the message of any other failure, or what it is called.
   */
  public static String text(Throwable failure) {
    if (failure instanceof KubernetesClientException answer && answer.getStatus() != null) {
      String said = answer.getStatus().getMessage();
      if (said != null && !said.isBlank()) {
        return said;
      }
    }
    String text = failure.getMessage();
    return text == null || text.isBlank() ? failure.getClass().getSimpleName() : text;
  }

  /** Whether the server understood and will not take it, however often it is sent. */
  public static boolean isRefusal(KubernetesClientException e) {
    int code = e.getCode();
    return code == HttpURLConnection.HTTP_BAD_REQUEST || code == UNPROCESSABLE;
  }
}
