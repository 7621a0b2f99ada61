package io.jopf.test.simulated;

import io.jopf.test.VirtualTime;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for a condition. While anything happens it only looks; when all is quiet it moves a virtual
 * clock to what is due next.
 */
final class Waiting {

  private static final long POLL = Duration.ofMillis(2).toNanos();

  /**
   * What a client may take to act on an event, in time and, on a busy machine, in our own steps.
   */
  private static final long QUIET = Duration.ofMillis(40).toNanos();

  private static final int QUIET_LOOKS = 10;
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  private final ApiServer api;
  private final Time time;
  private final Supplier<String> dump;
  private final Map<Object, BooleanSupplier> idle = new ConcurrentHashMap<>();

  Waiting(ApiServer api, Time time, Supplier<String> dump) {
    this.api = api;
    this.time = time;
    this.dump = dump;
  }

  void waitsFor(Object who, BooleanSupplier quiet) {
    idle.put(who, quiet);
  }

  void waitsNoMoreFor(Object who) {
    idle.remove(who);
  }

  private boolean isIdle() {
    return idle.values().stream().allMatch(BooleanSupplier::getAsBoolean);
  }

  void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    long busy = start;
    long revision = -1;
    int looks = 0;
    while (!condition.getAsBoolean()) {
      long now = System.nanoTime();
      if (now - start > PATIENCE) {
        throw new AssertionError("Waited in vain until " + what + ". " + dump.get());
      }
      if (api.revision() != revision || !api.isDelivered() || !isIdle()) {
        revision = api.revision();
        busy = now;
        looks = 0;
      } else if (now - busy > QUIET && ++looks > QUIET_LOOKS && time instanceof VirtualTime clock) {
        clock.advanceToNext();
        busy = System.nanoTime();
        looks = 0;
      }
      LockSupport.parkNanos(POLL);
    }
  }
}
