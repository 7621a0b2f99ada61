package io.jopf.leader;

import io.jopf.time.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries to get the lease and to keep it; see DESIGN.md. Knows no threads: one caller at a time
 * calls {@link #step}, and {@link #term} may be read by anybody.
 */
final class Candidate {

  private static final Logger LOG = LoggerFactory.getLogger(Candidate.class);

  /**
   * Holds the place of a lease that has been deleted, so that everybody sees when it was: its
   * holder may not know, and goes on until its time is over.
   */
  private static final String SOMEBODY = "somebody";

  private final LeaseStore store;
  private final Time time;
  private final Timing timing;
  private final String identity;
  private final RandomGenerator random;
  private @Nullable LeaseRecord seen;
  private Duration seenAt = Duration.ZERO;
  private boolean met;
  private final AtomicReference<@Nullable Term> term = new AtomicReference<>();

  Candidate(LeaseStore store, Time time, Timing timing, String identity, RandomGenerator random) {
    this.store = store;
    this.time = time;
    this.timing = timing;
    this.identity = identity;
    this.random = random;
  }

  /** The term that we are in; null if we do not lead. */
  @Nullable Term term() {
    return term.get();
  }

  /** Who leads as far as we know; empty if nobody. */
  String holder() {
    LeaseRecord last = seen;
    return last == null ? "" : last.holder();
  }

  /**
   * Tries once to renew the lease, or to get it if it is to be had.
   *
   * @param mayBegin whether a new term may begin; otherwise only a present one is renewed
   * @return when to try again
   * @throws RuntimeException if the server did not answer or refused; try again
   */
  Duration step(boolean mayBegin) {
    Term present = term.get();
    Duration begun = time.elapsed();
    LeaseRecord known = seen;
    // while we lead nobody else should have written: no need to read it first
    if (!isLeading() || known == null || known.version() == null || !known.isHeldBy(identity)) {
      known = store.read();
      observe(known);
    }
    if (known == null) {
      int transitions = seen == null ? -1 : seen.transitions();
      observe(store.write(new LeaseRecord(SOMEBODY, patience(), transitions, null)));
      return isLeading() ? Duration.ZERO : pause();
    }
    if (!isToBeHad(known)) {
      finish(present, Duration.ZERO, "the lease is held by " + known.holder());
      return pause();
    }
    if (present == null && !mayBegin) {
      return pause();
    }
    boolean stored = take(present, known.heldBy(identity, timing.lease()), begun);
    // a leader that somebody got in the way of does not wait as long as others might
    return stored || !isLeading() ? pause() : timing.retry().dividedBy(8);
  }

  /** Gives the lease back, if we have it, for others to take at once. */
  void release() {
    LeaseRecord mine = seen;
    Term present = term.get();
    finish(present, Duration.ZERO, "it is given back");
    if (present != null && mine != null && mine.isHeldBy(identity)) {
      observe(store.write(mine.released()));
    }
  }

  /** Does not lead any more, and leaves the lease to run out. */
  void resign() {
    finish(term.get(), Duration.ZERO, "it ends");
  }

  /** Ends the term if the lease was not renewed in time. */
  void expire() {
    Term present = term.get();
    if (present != null && !present.holds()) {
      Duration free = present.end().minus(timing.renew()).plus(timing.lease());
      Duration rest = free.minus(time.elapsed());
      finish(present, rest.isNegative() ? Duration.ZERO : rest, "it was not renewed in time");
    }
  }

  private boolean isLeading() {
    Term present = term.get();
    return present != null && present.holds();
  }

  private void observe(@Nullable LeaseRecord now) {
    if (now != null && !now.equals(seen)) {
      seen = now;
      seenAt = time.elapsed();
      met |= !now.isHeldBy(SOMEBODY);
    }
  }

  /**
   * How long somebody may go on who does not know that the lease was deleted. Who has never met
   * anybody only waits for one who can be reached to say so, or every first start would take long.
   */
  private Duration patience() {
    return met ? timing.lease() : timing.retry().multipliedBy(2);
  }

  /** How long a record is left alone. */
  private Duration respect(LeaseRecord record) {
    return record.isHeldBy(SOMEBODY) ? patience() : record.duration();
  }

  private boolean isToBeHad(LeaseRecord record) {
    return record.isFree()
        || record.isHeldBy(identity)
        || (record.isHeldBy(SOMEBODY) && isLeading())
        || time.elapsed().compareTo(seenAt.plus(respect(record))) >= 0;
  }

  private boolean take(@Nullable Term present, LeaseRecord wanted, Duration begun) {
    LeaseRecord stored = store.write(wanted);
    if (stored == null) {
      // whoever it was is read at the next step, which is soon
      LeaseRecord now = store.read();
      observe(now);
      if (now == null) {
        seen = wanted.deleted();
      } else if (!isToBeHad(now)) {
        finish(present, Duration.ZERO, "the lease was taken by " + now.holder());
      }
      return false;
    }
    observe(stored);
    Duration end = begun.plus(timing.renew());
    if (time.elapsed().compareTo(end) >= 0) {
      // the answer took too long to act on it
      return true;
    }
    if (present == null) {
      term.set(new Term(time, end));
      LOG.info("{} leads", identity);
    } else if (!present.renew(end)) {
      // it ended while the answer was on its way: what ran in it has to end before another begins
      expire();
    }
    return true;
  }

  private void finish(@Nullable Term present, Duration rest, String why) {
    if (present != null && present.finish(rest)) {
      term.compareAndSet(present, null);
      LOG.info("{} does not lead any more: {}", identity, why);
    }
  }

  /**
   * Shorter by chance, so that candidates do not come all at once; never past the end of a lease.
   */
  private Duration pause() {
    Duration retry = timing.retry();
    if (term.get() != null) {
      return retry;
    }
    Duration some = retry.minusNanos((long) (retry.toNanos() * 0.2 * random.nextDouble()));
    LeaseRecord last = seen;
    if (last == null || last.isFree() || last.isHeldBy(identity)) {
      return some;
    }
    Duration rest = seenAt.plus(respect(last)).minus(time.elapsed());
    return rest.isNegative() || rest.compareTo(some) > 0 ? some : rest;
  }
}
