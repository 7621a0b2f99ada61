package io.jopf.daemon;

import io.jopf.StopReason;
import io.jopf.Stopped;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Set once, for ever. Waits on the framework's clock. */
final class StopSignal implements Stopped {

  private final Time time;
  private final AtomicReference<@Nullable StopReason> reason = new AtomicReference<>();
  private final Set<CountDownLatch> waiting = ConcurrentHashMap.newKeySet();

  StopSignal(Time time) {
    this.time = time;
  }

  /** Sets it, unless it is. */
  void set(StopReason why) {
    if (reason.compareAndSet(null, why)) {
      waiting.forEach(CountDownLatch::countDown);
    }
  }

  @Override
  public boolean isSet() {
    return reason.get() != null;
  }

  @Override
  public Optional<StopReason> reason() {
    return Optional.ofNullable(reason.get());
  }

  @Override
  public boolean await(Duration patience) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    waiting.add(over);
    // set() may have counted down the others just before this one came
    if (isSet()) {
      waiting.remove(over);
      return true;
    }
    Time.Scheduled timer = time.schedule(patience, over::countDown);
    try {
      over.await();
    } finally {
      timer.cancel();
      waiting.remove(over);
    }
    return isSet();
  }
}
