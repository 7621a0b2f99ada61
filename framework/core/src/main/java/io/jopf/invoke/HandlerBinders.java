package io.jopf.invoke;

import io.jopf.HandlerContext;
import io.micronaut.core.bind.ArgumentBinder;
import io.micronaut.core.bind.ArgumentBinderRegistry;
import io.micronaut.core.bind.TypeArgumentBinder;
import io.micronaut.core.bind.annotation.AnnotatedArgumentBinder;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds who fills an argument: a user's binder first, then ours. */
@Singleton
final class HandlerBinders implements ArgumentBinderRegistry<HandlerContext> {

  private final Map<Class<?>, ArgumentBinder<?, HandlerContext>> byType = new HashMap<>();
  private final Map<String, ArgumentBinder<?, HandlerContext>> byAnnotation = new HashMap<>();
  private final StandardArguments standard;

  HandlerBinders(
      List<TypeArgumentBinder<?, HandlerContext>> typed,
      List<AnnotatedArgumentBinder<?, ?, HandlerContext>> annotated,
      StandardArguments standard) {
    typed.forEach(binder -> byType.put(binder.argumentType().getType(), binder));
    annotated.forEach(binder -> byAnnotation.put(binder.getAnnotationType().getName(), binder));
    this.standard = standard;
  }

  @Override
  @SuppressWarnings("unchecked") // a binder is registered under the type that it makes
  public <T> Optional<ArgumentBinder<T, HandlerContext>> findArgumentBinder(Argument<T> argument) {
    for (var entry : byAnnotation.entrySet()) {
      if (argument.getAnnotationMetadata().hasAnnotation(entry.getKey())) {
        return Optional.of((ArgumentBinder<T, HandlerContext>) entry.getValue());
      }
    }
    ArgumentBinder<?, HandlerContext> own = byType.get(argument.getType());
    if (own != null) {
      return Optional.of((ArgumentBinder<T, HandlerContext>) own);
    }
    return standard.find(argument).map(found -> (ArgumentBinder<T, HandlerContext>) found);
  }
}
