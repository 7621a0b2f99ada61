package io.jopf.activity;

import io.jopf.PermanentException;
import io.jopf.StartupException;
import io.jopf.TemporaryException;
import io.jopf.annotation.ErrorMode;
import io.jopf.annotation.OnStartup;
import io.jopf.client.ServerAnswer;
import io.jopf.handler.Backoff;
import io.jopf.handler.Durations;
import io.jopf.time.Time;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done before the operator begins. */
@Singleton
public final class StartUp {

  private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);
  private static final int RETRIES = 5;

  private final Activities activities;
  private final Time time;
  private final RandomGenerator random = RandomGenerator.getDefault();

  StartUp(Activities activities, Time time) {
    this.activities = activities;
    this.time = time;
  }

  /**
   * Runs the start-up methods, each until it has succeeded.
   *
   * @throws StartupException when one has failed for good
   */
  public void run() {
    for (Activity activity : activities.with(OnStartup.class)) {
      int retries = activity.options().intValue("retries").orElse(RETRIES);
      int attempt = 1;
      for (Duration pause = attempt(activity, attempt, retries);
          pause != null;
          pause = attempt(activity, attempt, retries)) {
        await(activity, pause);
        attempt++;
      }
    }
  }

  /** Tries once. Returns the pause before the next try, or null when none is needed. */
  private @Nullable Duration attempt(Activity activity, int attempt, int retries) {
    try {
      activity.run();
      return null;
    } catch (PermanentException e) {
      throw failed(activity, "failed", e);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      Duration wanted = e instanceof TemporaryException later ? later.delay() : null;
      ErrorMode errors =
          e instanceof TemporaryException
              ? ErrorMode.TEMPORARY
              : activity.options().enumValue("errors", ErrorMode.class).orElse(ErrorMode.TEMPORARY);
      if (errors == ErrorMode.IGNORED) {
        LOG.warn("start-up {} failed, going on: {}", activity.id(), ServerAnswer.text(e), e);
        return null;
      }
      if (errors == ErrorMode.PERMANENT) {
        throw failed(activity, "failed", e);
      }
      if (retries >= 0 && attempt >= retries) {
        throw failed(activity, "gave up after " + attempt + " attempts", e);
      }
      Duration pause = wanted != null ? wanted : backoff(activity).after(attempt - 1, random);
      LOG.warn(
          "start-up {} attempt {}: {}; trying again in {}",
          activity.id(),
          attempt,
          ServerAnswer.text(e),
          pause);
      return pause;
    }
  }

  private static Backoff backoff(Activity activity) {
    String text = activity.options().stringValue("backoff").orElse("");
    return text.isEmpty() ? Backoff.EXPONENTIAL : Backoff.fixed(Durations.parse(text));
  }

  private void await(Activity activity, Duration pause) {
    CountDownLatch over = new CountDownLatch(1);
    time.schedule(pause, over::countDown);
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(activity, "was interrupted", e);
    }
  }

  private static StartupException failed(Activity activity, String how, Throwable cause) {
    return new StartupException(
        "start-up '" + activity.id() + "' " + how + ": " + ServerAnswer.text(cause), cause);
  }
}
