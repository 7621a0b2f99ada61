package io.jopf.invoke;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Cancellation;
import io.jopf.Children;
import io.jopf.Diff;
import io.jopf.EventRecorder;
import io.jopf.HandlerContext;
import io.jopf.Indexed;
import io.jopf.Live;
import io.jopf.Memo;
import io.jopf.Owned;
import io.jopf.Patch;
import io.jopf.Reason;
import io.jopf.Requeue;
import io.jopf.Retry;
import io.jopf.Stopped;
import io.jopf.SubHandlers;
import io.jopf.WatchEvent;
import io.jopf.Watched;
import io.jopf.annotation.From;
import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.jopf.json.Json;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationUtil;
import io.micronaut.core.bind.ArgumentBinder;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The arguments that every handler may ask for. */
@Singleton
final class StandardArguments {

  private static final Map<Class<?>, Function<HandlerContext, @Nullable Object>> BY_TYPE =
      Map.ofEntries(
          Map.entry(GenericKubernetesResource.class, HandlerContext::raw),
          Map.entry(Reason.class, HandlerContext::reason),
          Map.entry(Retry.class, HandlerContext::retry),
          Map.entry(Diff.class, HandlerContext::diff),
          Map.entry(Children.class, HandlerContext::children),
          Map.entry(EventRecorder.class, HandlerContext::events),
          Map.entry(Requeue.class, HandlerContext::requeue),
          Map.entry(Cancellation.class, HandlerContext::cancellation),
          Map.entry(SubHandlers.class, HandlerContext::subHandlers),
          Map.entry(Logger.class, HandlerContext::logger),
          Map.entry(HandlerContext.class, context -> context));

  Optional<ArgumentBinder<?, HandlerContext>> find(Argument<?> argument) {
    Class<?> type = argument.getType();
    if (argument.getAnnotationMetadata().hasAnnotation(Old.class)) {
      return binder(context -> value(context.before(), argument));
    }
    if (argument.getAnnotationMetadata().hasAnnotation(New.class)) {
      return binder(context -> value(context.after(), argument));
    }
    Function<HandlerContext, @Nullable Object> simple = BY_TYPE.get(type);
    if (simple != null) {
      return binder(simple);
    }
    if (type == Owned.class) {
      return binder(context -> context.owned(resourceType(argument)));
    }
    if (type == Watched.class) {
      return binder(context -> context.watched(resourceType(argument)));
    }
    if (type == Memo.class) {
      return binder(HandlerContext::memo);
    }
    if (type == Stopped.class) {
      return binder(context -> context.stopped().orElse(null));
    }
    if (type == WatchEvent.class) {
      return binder(context -> context.watchEvent().orElse(null));
    }
    if (type == Live.class) {
      return binder(context -> context.live(resourceType(argument)));
    }
    if (type == Indexed.class) {
      AnnotationMetadata annotations = argument.getAnnotationMetadata();
      Class<?> owner = annotations.classValue(From.class).orElse(null);
      String id = annotations.stringValue(AnnotationUtil.NAMED).orElse(argument.getName());
      return binder(context -> context.index(owner, id));
    }
    if (type == Patch.class) {
      return binder(context -> context.patch(resourceType(argument)));
    }
    if (HasMetadata.class.isAssignableFrom(type)) {
      return binder(context -> context.resource(type));
    }
    return Optional.empty();
  }

  private static Optional<ArgumentBinder<?, HandlerContext>> binder(
      Function<HandlerContext, @Nullable Object> value) {
    ArgumentBinder<Object, HandlerContext> binder =
        (conversion, context) -> {
          Object found = value.apply(context);
          return () -> Optional.ofNullable(found);
        };
    return Optional.of(binder);
  }

  private static @Nullable Object value(JsonNode node, Argument<?> argument) {
    return node.isNull()
        ? null
        : Json.MAPPER.convertValue(
            node, Json.MAPPER.getTypeFactory().constructType(argument.asType()));
  }

  @SuppressWarnings("unchecked") // checked against HasMetadata when the handler was registered
  private static Class<HasMetadata> resourceType(Argument<?> argument) {
    return (Class<HasMetadata>)
        argument
            .getFirstTypeVariable()
            .orElseThrow(() -> new IllegalArgumentException(argument + " needs a type argument"))
            .getType();
  }
}
