package io.jopf.admission.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.jopf.AdmissionRequest;
import io.jopf.admission.review.AdmissionHandler;
import io.jopf.admission.review.ReviewJson;
import io.jopf.admission.review.Reviewer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests: each handler has a path of its own. */
public final class Endpoint implements HttpHandler {

  /** An object may have 3 MiB, an update carries it twice, and more in its outer form. */
  static final int LIMIT = 16 << 20;

  private static final int PATIENCE_SECONDS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  private final Map<String, AdmissionHandler> handlers;
  private final Reviewer reviewer;
  private final Phaser inHand = new Phaser(1);

  /** Serves handlers. */
  public Endpoint(List<AdmissionHandler> handlers, Reviewer reviewer) {
    this.handlers =
        handlers.stream().collect(Collectors.toMap(AdmissionHandler::path, Function.identity()));
    this.reviewer = reviewer;
  }

  private record Answer(int code, String type, String body) {
    static Answer text(int code, String text) {
      return new Answer(code, "text/plain; charset=utf-8", text + "\n");
    }

    static Answer json(String body) {
      return new Answer(HttpURLConnection.HTTP_OK, "application/json", body);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    inHand.register();
    try (exchange) {
      Answer answer = answer(exchange);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.code(), body.length);
      exchange.getResponseBody().write(body);
    } finally {
      inHand.arriveAndDeregister();
    }
  }

  /** Waits until nothing is in hand, but not for long. */
  void awaitIdle() {
    try {
      inHand.awaitAdvanceInterruptibly(inHand.arrive(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.warn("requests are still in hand and get no answer");
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    AdmissionHandler handler = handlers.get(path);
    if (handler == null) {
      return Answer.text(HttpURLConnection.HTTP_NOT_FOUND, "no handler is called " + path);
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return Answer.text(HttpURLConnection.HTTP_BAD_METHOD, "reviews are posted");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LIMIT + 1);
    if (body.length > LIMIT) {
      return Answer.text(
          HttpURLConnection.HTTP_BAD_REQUEST, "more than " + LIMIT + " bytes are not read");
    }
    try {
      AdmissionRequest request = ReviewJson.read(body);
      return Answer.json(ReviewJson.write(request, reviewer.review(handler, request)));
    } catch (IllegalArgumentException e) {
      LOG.warn("{}: {}", path, e.getMessage());
      return Answer.text(HttpURLConnection.HTTP_BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }
}
