package io.jopf.jupyter.life;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.ObjectKey;
import io.jopf.jupyter.life.Activity.Use;
import io.jopf.jupyter.objects.Token;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;

/**
 * Asks a server what it does. First for its status, which no server counts as activity; for kernels
 * and terminals only when that is old, since older servers do count those questions.
 */
@Singleton
public final class Inquiry {

  /**
   * All else, such as {@code busy}, {@code restarting} and {@code unknown}, may be work. One that
   * has begun to start not long ago is active by its time.
   */
  private static final Set<String> RESTING = Set.of("idle", "starting", "dead");

  private static final String UNCOUNTED = "?no_track_activity=1";

  private final ServerClient client;

  Inquiry(ServerClient client) {
    this.client = client;
  }

  /**
   * Asks.
   *
   * @param since what was done later counts as activity
   * @param connected whether a server is idle though somebody is connected to a kernel, or has a
   *     terminal open
   * @throws IOException if anything that has to be known is not answered
   */
  public Activity ask(ObjectKey notebook, Token token, Instant since, boolean connected)
      throws IOException, InterruptedException {
    Instant last = activity(required(notebook, token, "api/status"));
    if (last.isAfter(since)) {
      return new Activity(Use.ACTIVE, last);
    }
    Use use = Use.IDLE;
    for (JsonNode kernel : required(notebook, token, "api/kernels" + UNCOUNTED)) {
      last = later(last, activity(kernel));
      if (!RESTING.contains(kernel.path("execution_state").asText())) {
        return new Activity(Use.BUSY, last);
      }
      if (!connected && kernel.path("connections").asInt() > 0) {
        use = Use.CONNECTED;
      }
    }
    JsonNode terminals = client.get(notebook, token, "api/terminals" + UNCOUNTED).orElse(null);
    if (terminals != null) {
      for (JsonNode terminal : terminals) {
        last = later(last, activity(terminal));
        // what runs there may say nothing for hours
        use = connected ? use : Use.CONNECTED;
      }
    }
    return new Activity(last.isAfter(since) ? Use.ACTIVE : use, last);
  }

  private JsonNode required(ObjectKey notebook, Token token, String path)
      throws IOException, InterruptedException {
    return client
        .get(notebook, token, path)
        .orElseThrow(() -> new IOException(path + " is not there"));
  }

  private static Instant activity(JsonNode of) throws IOException {
    String text = of.path("last_activity").asText();
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IOException("last_activity is '" + text + "', no time", e);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
