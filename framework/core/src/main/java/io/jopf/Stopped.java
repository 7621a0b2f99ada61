package io.jopf;

import java.time.Duration;
import java.util.Optional;

/**
 * Tells a daemon that it has to stop. One that does not end by itself is interrupted after a while.
 *
 * <pre>{@code
 * while (!stopped.await(Duration.ofSeconds(10))) {
 *   look();
 * }
 * }</pre>
 */
public interface Stopped {

  /** Whether the daemon has to stop. */
  boolean isSet();

  /**
   * Waits until the daemon has to stop, or some time has passed.
   *
   * @return whether it has to stop
   * @throws InterruptedException if it has to stop at once
   */
  boolean await(Duration patience) throws InterruptedException;

  /** Why it has to stop; empty while it has not. */
  Optional<StopReason> reason();
}
