package io.jopf.leader;

import io.jopf.time.FakeTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lease in memory, and the way to it of each candidate, which a test can disturb. */
final class FakeLease {

  /** What is wrong with the way of one candidate. */
  enum Trouble {
    NONE,
    CUT_OFF,
    ANSWERS_LOST,
    WRITES_REFUSED
  }

  private final FakeTime time;
  private final Map<String, Trouble> troubles = new HashMap<>();
  private final Map<String, Duration> latencies = new HashMap<>();
  private @Nullable LeaseRecord stored;
  private int version;

  FakeLease(FakeTime time) {
    this.time = time;
  }

  void trouble(String candidate, Trouble trouble) {
    troubles.put(candidate, trouble);
  }

  /** How long requests are on their way there and back, each. */
  void latency(String candidate, Duration each) {
    latencies.put(candidate, each);
  }

  void delete() {
    stored = null;
  }

  /** Somebody annotates it. */
  void touch() {
    LeaseRecord now = stored;
    if (now != null) {
      store(now);
    }
  }

  @Nullable LeaseRecord stored() {
    return stored;
  }

  LeaseStore wayOf(String candidate) {
    return new LeaseStore() {
      @Override
      public @Nullable LeaseRecord read() {
        travel(candidate);
        LeaseRecord found = stored;
        travel(candidate);
        return found;
      }

      @Override
      public @Nullable LeaseRecord write(LeaseRecord record) {
        travel(candidate);
        if (trouble(candidate) == Trouble.WRITES_REFUSED) {
          throw new IllegalStateException("leases.coordination.k8s.io is forbidden");
        }
        LeaseRecord now = stored;
        String known = now == null ? null : now.version();
        boolean unchanged =
            known == null ? record.version() == null : known.equals(record.version());
        LeaseRecord answer = unchanged ? store(record) : null;
        travel(candidate);
        if (trouble(candidate) == Trouble.ANSWERS_LOST) {
          throw new IllegalStateException("timeout");
        }
        return answer;
      }
    };
  }

  private LeaseRecord store(LeaseRecord record) {
    version++;
    LeaseRecord next =
        new LeaseRecord(
            record.holder(), record.duration(), record.transitions(), String.valueOf(version));
    stored = next;
    return next;
  }

  private void travel(String candidate) {
    time.advance(latencies.getOrDefault(candidate, Duration.ZERO));
    if (trouble(candidate) == Trouble.CUT_OFF) {
      throw new IllegalStateException("no route to host");
    }
  }

  private Trouble trouble(String candidate) {
    return troubles.getOrDefault(candidate, Trouble.NONE);
  }
}
