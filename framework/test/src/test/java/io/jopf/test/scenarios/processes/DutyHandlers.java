package io.jopf.test.scenarios.processes;

import static java.util.Objects.requireNonNull;

import io.jopf.Stopped;
import io.jopf.annotation.Daemon;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCleanup;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnStartup;
import io.jopf.annotation.OnTimer;
import io.jopf.annotation.OnUpdate;
import io.jopf.test.scenarios.Thing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Writes everything that it does into the diary. With a red thing it takes its time. */
@Handlers(Thing.class)
class DutyHandlers {

  private final Diary diary = new Diary(Path.of(requireNonNull(System.getenv(Diary.FILE))));
  private final String who = requireNonNull(System.getenv(Diary.WHO));

  @OnStartup
  void startUp() {
    diary.note(who, "starts", "-");
  }

  @OnCreate
  @OnUpdate
  String shape(Thing thing) throws InterruptedException {
    begins("shape", thing);
    try {
      boolean slow = "red".equals(thing.getSpec().colour);
      new CountDownLatch(1).await(slow ? 2_000 : 20, TimeUnit.MILLISECONDS);
      return "size " + thing.getSpec().size;
    } finally {
      ends("shape", thing);
    }
  }

  @OnDelete
  void farewell(Thing thing) {
    begins("farewell", thing);
    ends("farewell", thing);
  }

  @OnTimer(interval = "500ms")
  void patrol(Thing thing) {
    begins("patrol", thing);
    ends("patrol", thing);
  }

  @Daemon
  void watch(Thing thing, Stopped stopped) throws InterruptedException {
    begins("watch", thing);
    try {
      boolean told = false;
      while (!told) {
        told = stopped.await(Duration.ofMinutes(1));
      }
    } finally {
      ends("watch", thing);
    }
  }

  @OnCleanup
  void cleanUp() {
    diary.note(who, "cleans", "-");
  }

  private void begins(String what, Thing thing) {
    diary.note(who, Diary.BEGINS, what + " " + thing.getMetadata().getName());
  }

  private void ends(String what, Thing thing) {
    diary.note(who, Diary.ENDS, what + " " + thing.getMetadata().getName());
  }
}
