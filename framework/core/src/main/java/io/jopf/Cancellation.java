package io.jopf;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a running handler should come to its end. A cancelled handler's thread is interrupted, so
 * that a blocking call ends with an {@link InterruptedException}; one that computes looks at {@link
 * #isCancelled} now and then. What it then returns or throws does not matter, but for one thing: a
 * handler that ends normally without ever having noticed the interruption has done its work, unless
 * it timed out.
 *
 * <p>A handler that asks for its cancellation is also cancelled as soon as its object is to be
 * deleted, unless it runs because of that; one that does not ask is left to its end.
 */
public interface Cancellation {

  /** Why a handler is cancelled. */
  enum Cause {
    /** Its timeout has passed: for handlers of causes the failure is final. */
    TIMED_OUT("timed out"),
    /** Its object is to be deleted, or has gone. */
    OBJECT_DELETED("its object is deleted"),
    /** The process stops, and its grace is over. Called again by the next process. */
    STOPPING("the operator stops"),
    /** Another replica is going to handle the object. */
    LEADERSHIP_LOST("another replica takes over");

    private final String text;

    Cause(String text) {
      this.text = text;
    }

    /** As a part of a sentence. */
    public String text() {
      return text;
    }
  }

  /** Whether the handler should end. */
  boolean isCancelled();

  /** Why it should end; empty while it should not. */
  Optional<Cause> cause();

  /** How long until it times out, never negative; empty for a handler without a timeout. */
  Optional<Duration> remaining();
}
