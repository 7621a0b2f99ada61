package io.jopf.handler;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Cancellation;
import io.jopf.Children;
import io.jopf.Diff;
import io.jopf.EventRecorder;
import io.jopf.Memo;
import io.jopf.Patch;
import io.jopf.Reason;
import io.jopf.Requeue;
import io.jopf.Retry;
import io.jopf.SubHandlers;
import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.jopf.annotation.Owns;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.ExecutableMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;

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

  private static final Set<Class<?>> OF_ITSELF =
      Set.of(
          Reason.class,
          Retry.class,
          Diff.class,
          Children.class,
          EventRecorder.class,
          Requeue.class,
          Cancellation.class,
          SubHandlers.class,
          Logger.class,
          Memo.class,
          Patch.class);

  /** Whether it has a parameter of a type. */
  public boolean asksFor(Class<?> type) {
    return Arrays.stream(method.getArguments()).anyMatch(one -> one.getType() == type);
  }

  /** Whether it asks for anything but its object and what stands for itself. */
  boolean looksAround() {
    return !Arrays.stream(method.getArguments()).allMatch(HandlerSpec::isOfItself);
  }

  private static boolean isOfItself(Argument<?> argument) {
    AnnotationMetadata annotations = argument.getAnnotationMetadata();
    if (annotations.hasAnnotation(Old.class) || annotations.hasAnnotation(New.class)) {
      return true;
    }
    // a binder of the application may find anything
    return !annotations.hasStereotype(Bindable.class)
        && (OF_ITSELF.contains(argument.getType())
            || HasMetadata.class.isAssignableFrom(argument.getType()));
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
