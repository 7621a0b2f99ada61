package io.jopf.activity;

import io.jopf.client.ServerAnswer;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** One probe with its latest answer. */
final class Probe {

  private static final Duration FRESH = Duration.ofSeconds(10);

  private final Activity activity;
  private final Time time;
  private final ThreadFactory threads;
  private @Nullable CompletableFuture<ProbeResult> latest;
  private Duration asked = Duration.ZERO;

  Probe(Activity activity, Time time, ThreadFactory threads) {
    this.activity = activity;
    this.time = time;
    this.threads = threads;
  }

  String id() {
    return activity.id();
  }

  /** The answer of a call that is under way, or of one that is fresh, or of a new one. */
  synchronized CompletableFuture<ProbeResult> ask() {
    CompletableFuture<ProbeResult> known = latest;
    if (known != null && (!known.isDone() || time.elapsed().compareTo(asked.plus(FRESH)) < 0)) {
      return known;
    }
    CompletableFuture<ProbeResult> answer = new CompletableFuture<>();
    asked = time.elapsed();
    latest = answer;
    Thread thread = threads.newThread(() -> answer.complete(call()));
    Time.Scheduled patience =
        time.schedule(
            activity.timeout(),
            () -> {
              String late = "no answer within " + activity.timeout().toMillis() + " ms";
              if (answer.complete(new ProbeResult(false, late))) {
                thread.interrupt();
              }
            });
    thread.start();
    return answer.whenComplete((result, failure) -> patience.cancel());
  }

  private ProbeResult call() {
    try {
      Object value = activity.run();
      return new ProbeResult(!Boolean.FALSE.equals(value), value == null ? true : value);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      return new ProbeResult(false, ServerAnswer.text(e));
    }
  }
}
