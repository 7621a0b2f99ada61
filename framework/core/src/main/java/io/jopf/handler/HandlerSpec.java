package io.jopf.handler;

import io.jopf.Reason;
import io.micronaut.inject.ExecutableMethod;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One handler method.
 *
 * @param id its name in stored state, status, logs and events
 * @param reasons why it may run, and how for each
 * @param method what to call
 * @param bean what to call it on
 */
public record HandlerSpec(
    String id, Map<Reason, Options> reasons, ExecutableMethod<Object, Object> method, Object bean) {

  /** Whether it has a parameter of a type. */
  public boolean asksFor(Class<?> type) {
    return Arrays.stream(method.getArguments()).anyMatch(one -> one.getType() == type);
  }

  /** Whether it wants to run for a reason. */
  public boolean runsOn(Reason reason) {
    return reasons.containsKey(reason);
  }

  /** Whether it wants to run for one of some reasons. */
  public boolean runsOnAny(Set<Reason> some) {
    return some.stream().anyMatch(this::runsOn);
  }

  /** How it runs for a reason that it runs on. */
  public Options options(Reason reason) {
    return Objects.requireNonNull(reasons.get(reason), () -> id + " does not run on " + reason);
  }
}
