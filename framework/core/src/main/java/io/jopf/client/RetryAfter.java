package io.jopf.client;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.HttpURLConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends a request again when the server said it may come, with 429 or 503. The client knows {@code
 * Retry-After} as well, but does not wait for it (7.8.0).
 */
final class RetryAfter implements Interceptor {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int LONGEST_SECONDS = 60;

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder request, HttpResponse<?> response, RequestTags tags) {
    int code = response.code();
    String wish = response.header("Retry-After");
    if ((code != TOO_MANY_REQUESTS && code != HttpURLConnection.HTTP_UNAVAILABLE) || wish == null) {
      return CompletableFuture.completedFuture(false);
    }
    try {
      int seconds = Integer.parseInt(wish.trim());
      return new CompletableFuture<Boolean>()
          .completeOnTimeout(true, Math.min(seconds, LONGEST_SECONDS), TimeUnit.SECONDS);
    } catch (NumberFormatException aDate) {
      // API servers send seconds; for others the client's own pause will do
      return CompletableFuture.completedFuture(false);
    }
  }
}
