package io.jopf.handler.scan;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Reason;
import io.jopf.ResourceMapper;
import io.jopf.annotation.HandlerMethod;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Watches;
import io.jopf.handler.Backoff;
import io.jopf.handler.BackoffDefaults;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.IllegalHandlerException;
import io.jopf.handler.KindOptions;
import io.jopf.handler.Secondary;
import io.jopf.handler.check.StartupCheck;
import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the handlers of all beans, without reflection. */
@Singleton
public final class HandlerScanner {

  private final BeanContext beans;
  private final Backoff backoff;

  HandlerScanner(BeanContext beans, BackoffDefaults defaults) {
    this.beans = beans;
    this.backoff = defaults.backoff();
  }

  /**
   * Every handled kind.
   *
   * @throws IllegalHandlerException if a method cannot work as declared
   */
  public List<HandledKind> scan() {
    Map<Class<? extends HasMetadata>, List<HandlerSpec>> found = new LinkedHashMap<>();
    Map<Class<? extends HasMetadata>, Set<Secondary>> secondaries = new LinkedHashMap<>();
    Collection<BeanDefinition<?>> definitions =
        beans.getBeanDefinitions(Qualifiers.byStereotype(Handlers.class));
    StartupCheck.check(definitions);
    definitions.stream()
        .sorted(Comparator.comparing(BeanDefinition::getName))
        .forEach(
            definition -> {
              Class<? extends HasMetadata> type = type(definition, Handlers.class);
              List<HandlerSpec> specs = found.computeIfAbsent(type, key -> new ArrayList<>());
              Set<Secondary> others =
                  secondaries.computeIfAbsent(type, key -> new LinkedHashSet<>());
              methods(type, definition, specs, others);
            });
    return found.entrySet().stream()
        // a kind may have admission handlers alone
        .filter(entry -> !entry.getValue().isEmpty())
        .map(
            entry ->
                kind(
                    entry.getKey(),
                    entry.getValue(),
                    secondaries.get(entry.getKey()),
                    new KindOptionsReader(entry.getKey(), definitions).read(entry.getValue())))
        .toList();
  }

  private static HandledKind kind(
      Class<? extends HasMetadata> type,
      List<HandlerSpec> handlers,
      @Nullable Set<Secondary> secondaries,
      KindOptions options) {
    Map<Class<? extends HasMetadata>, String> selectors = new LinkedHashMap<>();
    for (Secondary one : secondaries == null ? Set.<Secondary>of() : secondaries) {
      String other = selectors.putIfAbsent(one.type(), one.labels());
      if (other != null && !other.equals(one.labels())) {
        throw new IllegalHandlerException(
            "the handlers of %s want %s with labels '%s' and with '%s': one selector per kind"
                .formatted(type.getSimpleName(), one.type().getSimpleName(), other, one.labels()));
      }
    }
    return new HandledKind(
        type,
        handlers.stream().filter(one -> one.runsOnAny(HandledKind.CAUSES)).toList(),
        handlers.stream().filter(one -> one.runsOn(Reason.RECONCILE)).toList(),
        handlers.stream().filter(one -> one.runsOnAny(HandledKind.BACKGROUND)).toList(),
        secondaries == null ? List.of() : List.copyOf(secondaries),
        options);
  }

  private <B> void methods(
      Class<? extends HasMetadata> type,
      BeanDefinition<B> definition,
      List<HandlerSpec> specs,
      Set<Secondary> secondaries) {
    Object bean = beans.getBean(definition);
    for (ExecutableMethod<B, ?> method : definition.getExecutableMethods()) {
      if (method.hasStereotype(HandlerMethod.class)) {
        for (HandlerSpec spec : new MethodReader(beans, backoff, type, method).handlers(bean)) {
          if (specs.stream().anyMatch(other -> other.id().equals(spec.id()))) {
            throw Scanned.illegal(
                method, "another handler of the kind has the id '" + spec.id() + "' too");
          }
          specs.add(spec);
        }
        secondaries.addAll(secondaries(method));
      }
    }
  }

  private List<Secondary> secondaries(ExecutableMethod<?, ?> method) {
    List<Secondary> all = new ArrayList<>();
    for (AnnotationValue<Owns> owns : method.getAnnotationValuesByType(Owns.class)) {
      Class<?> mapper = owns.classValue("mapper").orElse(ResourceMapper.class);
      all.add(
          new Secondary(
              type(owns),
              labels(owns),
              omitted(owns),
              mapper == ResourceMapper.class ? null : mapper(mapper, "Owns", method)));
    }
    for (AnnotationValue<Watches> watches : method.getAnnotationValuesByType(Watches.class)) {
      Class<?> mapper = watches.classValue("mapper").orElse(ResourceMapper.SameNamespace.class);
      all.add(
          new Secondary(
              type(watches), labels(watches), omitted(watches), mapper(mapper, "Watches", method)));
    }
    return all;
  }

  private ResourceMapper mapper(Class<?> mapper, String annotation, ExecutableMethod<?, ?> method) {
    String place = "@" + annotation + "(mapper = " + mapper.getSimpleName() + ".class)";
    return (ResourceMapper) Scanned.bean(beans, mapper, method, place);
  }

  private static String labels(AnnotationValue<?> annotation) {
    return annotation.stringValue("labels").orElse("");
  }

  private static Set<List<String>> omitted(AnnotationValue<?> annotation) {
    return Paths.of(annotation.stringValues("omittedFields"));
  }

  private static Class<? extends HasMetadata> type(
      AnnotationMetadata metadata, Class<? extends Annotation> annotation) {
    return type(metadata.getAnnotation(annotation));
  }

  private static Class<? extends HasMetadata> type(@Nullable AnnotationValue<?> annotation) {
    Class<?> type =
        annotation == null
            ? null
            : annotation
                .classValue()
                .orElseThrow(
                    () ->
                        new IllegalHandlerException(annotation + " names a class that is missing"));
    if (type == null) {
      throw new IllegalHandlerException("a handled kind is missing");
    }
    return type.asSubclass(HasMetadata.class);
  }
}
