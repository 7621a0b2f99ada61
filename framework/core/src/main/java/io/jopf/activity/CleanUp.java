package io.jopf.activity;

import io.jopf.annotation.OnCleanup;
import io.jopf.client.ServerAnswer;
import io.jopf.queue.Threads;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done when everything else has ended. */
@Singleton
public final class CleanUp {

  private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);

  private final Activities activities;
  private final ThreadFactory threads = Threads.named("jopf-cleanup-");

  CleanUp(Activities activities) {
    this.activities = activities;
  }

  /** Runs the clean-up methods, each once and not longer than it may take. */
  public void run() {
    List<Activity> all = new ArrayList<>(activities.with(OnCleanup.class));
    Collections.reverse(all);
    for (Activity activity : all) {
      if (!run(activity)) {
        return;
      }
    }
  }

  private boolean run(Activity activity) {
    Duration timeout = activity.timeout();
    Thread thread = threads.newThread(() -> call(activity));
    thread.start();
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, timeout.toNanos()));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return false;
    }
    if (thread.isAlive()) {
      LOG.warn("clean-up {} has not ended in {}: interrupted", activity.id(), timeout);
      thread.interrupt();
    }
    return true;
  }

  private static void call(Activity activity) {
    try {
      activity.run();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      LOG.error("clean-up {} failed: {}", activity.id(), ServerAnswer.text(e), e);
    }
  }
}
