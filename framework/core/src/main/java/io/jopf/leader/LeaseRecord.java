package io.jopf.leader;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a Lease says.
 *
 * @param holder who leads; empty: it was given back
 * @param duration how long the holder may act after it has renewed it
 * @param transitions how often the holder has changed
 * @param version changes with every write; null for one that is not stored yet
 */
record LeaseRecord(String holder, Duration duration, int transitions, @Nullable String version) {

  boolean isFree() {
    return holder.isEmpty();
  }

  boolean isHeldBy(String identity) {
    return holder.equals(identity);
  }

  LeaseRecord heldBy(String identity, Duration forAsLongAs) {
    int changes = isHeldBy(identity) ? transitions : transitions + 1;
    return new LeaseRecord(identity, forAsLongAs, changes, version);
  }

  /** The same when it is not stored any more. */
  LeaseRecord deleted() {
    return new LeaseRecord(holder, duration, transitions, null);
  }

  LeaseRecord released() {
    return new LeaseRecord("", Duration.ofSeconds(1), transitions, version);
  }
}
