package io.jopf.test.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Chosen requests of the operator; the methods that return a {@link Fault} say what becomes of
 * them, from now on.
 */
public final class Requests {

  private final Rules rules;
  private final Predicate<Request> chosen;

  Requests(Rules rules, Predicate<Request> chosen) {
    this.rules = rules;
    this.chosen = chosen;
  }

  /** Only those for the object of a name. */
  public Requests named(String name) {
    return where(request -> request.name().equals(name));
  }

  /** Only those in a namespace. */
  public Requests in(String namespace) {
    return where(request -> request.namespace().equals(namespace));
  }

  /** Only those that something more is true of. */
  public Requests where(Predicate<Request> condition) {
    return new Requests(rules, chosen.and(condition));
  }

  /**
   * Answers in place of the API server, which never hears of them.
   *
   * @param code such as 409; the body is the {@code Status} that an API server sends with it
   */
  public Fault answer(int code) {
    return answer(code, Answer.status(code));
  }

  /** Answers in place of the API server with a body of JSON. */
  public Fault answer(int code, String body) {
    return rules.add(new Fault(chosen, Fault.Effect.ANSWER, code, body, () -> {}));
  }

  /** Resets the connection; the API server never hears of them. */
  public Fault drop() {
    return passing(Fault.Effect.DROP, () -> {});
  }

  /** Lets them take effect, and resets the connection in place of the answer. */
  public Fault dropAfterForwarding() {
    return passing(Fault.Effect.DROP_ANSWER, () -> {});
  }

  /**
   * Passes them on late.
   *
   * @param time of the machine, also on a simulated cluster
   */
  public Fault delay(Duration time) {
    return passing(Fault.Effect.PASS, () -> sleep(time));
  }

  /** Holds the next one back until it is released; those after it pass. */
  public Hold hold() {
    Hold hold = new Hold();
    passing(Fault.Effect.PASS, hold::pass).times(1);
    return hold;
  }

  /** Lets the next one take effect, and holds its answer back until it is released. */
  public Hold holdAnswer() {
    Hold hold = new Hold();
    passing(Fault.Effect.PASS_LATE, hold::pass).times(1);
    return hold;
  }

  /** Does something before each is passed on, as somebody else might at the same moment. */
  public Fault first(Runnable action) {
    return passing(Fault.Effect.PASS, action);
  }

  Fault endAtOnce() {
    return passing(Fault.Effect.END_AT_ONCE, () -> {});
  }

  private Fault passing(Fault.Effect effect, Runnable before) {
    return rules.add(new Fault(chosen, effect, 0, "", before));
  }

  private static void sleep(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
