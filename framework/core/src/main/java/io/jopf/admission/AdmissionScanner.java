package io.jopf.admission;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Operation;
import io.jopf.admission.review.AdmissionHandler;
import io.jopf.annotation.FailurePolicy;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnMutate;
import io.jopf.annotation.OnValidate;
import io.jopf.client.ResourceKind;
import io.jopf.handler.Durations;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.IllegalHandlerException;
import io.jopf.handler.scan.Filters;
import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the admission handlers of all beans, without reflection. Options were checked before. */
@Singleton
final class AdmissionScanner {

  private static final String DEFAULT_TIMEOUT = "10s";

  private static final Map<Class<? extends Annotation>, Set<Operation>> DEFAULT_OPERATIONS =
      Map.of(
          OnMutate.class, EnumSet.of(Operation.CREATE, Operation.UPDATE),
          OnValidate.class, EnumSet.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE));

  private final BeanContext beans;

  AdmissionScanner(BeanContext beans) {
    this.beans = beans;
  }

  /**
   * All of them, by class and in the order of their declaration. Makes no bean that has none.
   *
   * @throws IllegalHandlerException if two would answer at the same place
   */
  List<AdmissionHandler> scan() {
    List<AdmissionHandler> all = new ArrayList<>();
    beans.getBeanDefinitions(Qualifiers.byStereotype(Handlers.class)).stream()
        .sorted(Comparator.comparing(BeanDefinition::getName))
        .forEach(definition -> handlers(definition, all));
    Set<String> places = new HashSet<>();
    for (AdmissionHandler one : all) {
      if (!places.add(one.path())) {
        throw new IllegalHandlerException(
            one.spec().method().getDeclaringType().getName()
                + "."
                + one.spec().method().getMethodName()
                + ": another handler of the kind has the id '"
                + one.id()
                + "' too");
      }
    }
    return all;
  }

  private <B> void handlers(BeanDefinition<B> definition, List<AdmissionHandler> all) {
    for (ExecutableMethod<B, ?> method : definition.getExecutableMethods()) {
      for (Class<? extends Annotation> type : DEFAULT_OPERATIONS.keySet()) {
        AnnotationValue<?> annotation = method.getAnnotation(type);
        if (annotation != null) {
          all.add(handler(definition, method, type, annotation));
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // called only on the bean that it belongs to
  private <B> AdmissionHandler handler(
      BeanDefinition<B> definition,
      ExecutableMethod<B, ?> method,
      Class<? extends Annotation> annotation,
      AnnotationValue<?> options) {
    Class<? extends HasMetadata> kind =
        definition.classValue(Handlers.class).orElseThrow().asSubclass(HasMetadata.class);
    String id =
        options.stringValue("id").filter(text -> !text.isEmpty()).orElseGet(method::getMethodName);
    HandlerSpec spec =
        new HandlerSpec(
            id,
            Map.of(),
            (ExecutableMethod<Object, Object>) (ExecutableMethod<?, ?>) method,
            beans.getBean(definition));
    Operation[] operations = options.enumValues("operations", Operation.class);
    return new AdmissionHandler(
        ResourceKind.of(kind),
        kind,
        annotation == OnMutate.class,
        spec,
        operations.length == 0
            ? DEFAULT_OPERATIONS.getOrDefault(annotation, Set.of())
            : EnumSet.copyOf(List.of(operations)),
        options.stringValue("subresource").orElse(""),
        Filters.of(beans, kind, method, options),
        options.enumValue("failurePolicy", FailurePolicy.class).orElse(FailurePolicy.FAIL),
        options.booleanValue("sideEffects").orElse(false),
        Durations.parse(options.stringValue("timeout").orElse(DEFAULT_TIMEOUT)),
        options.booleanValue("persistent").orElse(false));
  }
}
