package io.jopf.handler;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Reason;
import io.jopf.annotation.Owns;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.ExecutableMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** The kinds whose children go when it does not apply them any more. */
  public List<Class<? extends HasMetadata>> prunes() {
    List<Class<? extends HasMetadata>> kinds = new ArrayList<>();
    for (AnnotationValue<Owns> owns : method.getAnnotationValuesByType(Owns.class)) {
      if (owns.booleanValue("prune").orElse(false)) {
        owns.classValue().ifPresent(kind -> kinds.add(kind.asSubclass(HasMetadata.class)));
      }
    }
    return kinds;
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
