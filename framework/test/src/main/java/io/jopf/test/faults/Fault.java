package io.jopf.test.faults;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What becomes of chosen requests, until it has struck often enough or is ended. */
public final class Fault {

  enum Effect {
    PASS,
    PASS_LATE,
    ANSWER,
    DROP,
    DROP_ANSWER,
    END_AT_ONCE
  }

  private final Predicate<Request> chosen;
  private final Effect effect;
  private final int code;
  private final String body;
  private final Runnable before;
  private int limit = Integer.MAX_VALUE;
  private int count;
  private @Nullable Integer retryAfter;

  Fault(Predicate<Request> chosen, Effect effect, int code, String body, Runnable before) {
    this.chosen = chosen;
    this.effect = effect;
    this.code = code;
    this.body = body;
    this.before = before;
  }

  /** Strikes so often in all, then no more. Without it: until it is ended. */
  public synchronized Fault times(int number) {
    limit = number;
    return this;
  }

  /** Says in the answer when to come again. */
  public synchronized Fault retryAfter(int seconds) {
    retryAfter = seconds;
    return this;
  }

  /** Strikes no more. */
  public synchronized void end() {
    limit = 0;
  }

  /** How often it has struck. */
  public synchronized int count() {
    return count;
  }

  synchronized boolean strikes(Request request) {
    if (count >= limit || !chosen.test(request)) {
      return false;
    }
    count++;
    return true;
  }

  /** What happens before anything else does or, if the answer is to be late, before that. */
  void prepare() {
    before.run();
  }

  Effect effect() {
    return effect;
  }

  int code() {
    return code;
  }

  synchronized byte[] answer() {
    return Answer.bytes(code, body, retryAfter);
  }
}
