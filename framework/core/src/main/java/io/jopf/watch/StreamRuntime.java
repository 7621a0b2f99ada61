package io.jopf.watch;

import io.jopf.time.Time;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What streams run on.
 *
 * @param time the network's
 * @param blocking where requests are made; bounds how many lists are under way at a time
 * @param silence how long a dead stream may go unnoticed
 */
record StreamRuntime(Time time, Executor blocking, Duration silence, RandomGenerator random) {

  /** Looks at a stream per silence; see {@link Reflector}. */
  static final int TICKS = 9;

  Duration tick() {
    return silence.dividedBy(TICKS);
  }

  /**
   * After what time the server ends a watch by itself. So even one that has nothing to tell and
   * sends no bookmarks gives a sign of life before it is missed.
   */
  Duration renewal() {
    long most = silence.toMillis() / 2;
    return Duration.ofMillis(most - random.nextLong(most / 4 + 1));
  }
}
