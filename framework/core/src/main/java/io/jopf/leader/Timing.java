package io.jopf.leader;

import io.jopf.StartupException;
import java.time.Duration;

/**
 * How long things take, all as differences on our own monotonic clock.
 *
 * @param lease how long others leave a lease alone after they have seen it change
 * @param renew how long we act on a lease after we last began to renew it successfully
 * @param retry pause between two tries
 */
record Timing(Duration lease, Duration renew, Duration retry) {

  Timing {
    if (lease.toSeconds() < 1 || renew.compareTo(lease) >= 0) {
      throw new StartupException(
          "jopf.leader-election.renew-deadline is %s and lease-duration %s: the lease has to last longer"
              .formatted(renew, lease));
    }
    if (retry.isZero() || retry.isNegative() || retry.multipliedBy(2).compareTo(renew) > 0) {
      throw new StartupException(
          "jopf.leader-election.retry-period is %s and renew-deadline %s: two tries have to fit in"
              .formatted(retry, renew));
    }
  }
}
