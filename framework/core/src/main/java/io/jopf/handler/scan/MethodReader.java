package io.jopf.handler.scan;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.ObjectPredicate;
import io.jopf.Reason;
import io.jopf.annotation.Daemon;
import io.jopf.annotation.ErrorMode;
import io.jopf.annotation.Index;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.OnEvent;
import io.jopf.annotation.OnField;
import io.jopf.annotation.OnResume;
import io.jopf.annotation.OnTimer;
import io.jopf.annotation.OnUpdate;
import io.jopf.annotation.Reconcile;
import io.jopf.filter.Filter;
import io.jopf.filter.FilterAttributes;
import io.jopf.filter.When;
import io.jopf.handler.Backoff;
import io.jopf.handler.Effort;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Options;
import io.jopf.handler.Timing;
import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.reflect.GenericTypeUtils;
import io.micronaut.inject.ExecutableMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the handlers that one method stands for: one, and one more for every field. */
record MethodReader(
    BeanContext beans,
    Backoff backoff,
    Class<? extends HasMetadata> kind,
    ExecutableMethod<?, ?> method) {

  private static final Map<Reason, Class<? extends Annotation>> ANNOTATIONS =
      new EnumMap<>(
          Map.of(
              Reason.CREATE, OnCreate.class,
              Reason.UPDATE, OnUpdate.class,
              Reason.RESUME, OnResume.class,
              Reason.DELETE, OnDelete.class,
              Reason.RECONCILE, Reconcile.class,
              Reason.EVENT, OnEvent.class,
              Reason.TIMER, OnTimer.class,
              Reason.DAEMON, Daemon.class,
              Reason.INDEX, Index.class));

  /** An event may be the end of its object, and what is going to go is still there. */
  private static final Set<Reason> WHILE_DELETING = Set.of(Reason.EVENT, Reason.INDEX);

  List<HandlerSpec> handlers(Object bean) {
    List<HandlerSpec> all = new ArrayList<>();
    Map<Reason, Options> reasons = new EnumMap<>(Reason.class);
    String id = method.getMethodName();
    for (var entry : ANNOTATIONS.entrySet()) {
      AnnotationValue<?> annotation = method.getAnnotation(entry.getValue());
      if (annotation != null) {
        id = id(annotation, id);
        reasons.put(entry.getKey(), options(annotation, entry.getKey()));
      }
    }
    if (!reasons.isEmpty()) {
      all.add(spec(id, reasons, bean));
    }
    for (AnnotationValue<OnField> annotation : method.getAnnotationValuesByType(OnField.class)) {
      all.add(ofField(annotation, bean));
    }
    return all;
  }

  private HandlerSpec ofField(AnnotationValue<OnField> annotation, Object bean) {
    Options options = options(annotation, Reason.UPDATE);
    Map<Reason, Options> reasons = new EnumMap<>(Reason.class);
    reasons.put(Reason.UPDATE, options);
    if (annotation.booleanValue("creation").orElse(false)) {
      reasons.put(Reason.CREATE, options);
    }
    String path = String.join(".", options.field());
    return spec(id(annotation, method.getMethodName() + "/" + path), reasons, bean);
  }

  private static String id(AnnotationValue<?> annotation, String otherwise) {
    return annotation.stringValue("id").filter(text -> !text.isEmpty()).orElse(otherwise);
  }

  @SuppressWarnings("unchecked") // called only on the bean that it belongs to
  private HandlerSpec spec(String id, Map<Reason, Options> reasons, Object bean) {
    return new HandlerSpec(id, reasons, (ExecutableMethod<Object, Object>) method, bean);
  }

  private Options options(AnnotationValue<?> annotation, Reason reason) {
    Effort effort = Effort.of(annotation);
    return new Options(
        filter(annotation),
        annotation.intValue("retries").orElse(-1),
        effort.backoff(backoff),
        annotation
            .enumValue("errors", ErrorMode.class)
            .orElse(reason == Reason.INDEX ? ErrorMode.IGNORED : ErrorMode.TEMPORARY),
        annotation.booleanValue("optional").orElse(false),
        annotation.booleanValue("whileDeleting").orElse(WHILE_DELETING.contains(reason)),
        effort.limit(),
        Timing.of(annotation).resyncs(),
        List.of(annotation.stringValues("after")));
  }

  /** What any annotation with the attributes of a filter asks for. */
  Filter filter(AnnotationValue<?> annotation) {
    return Filter.of(FilterAttributes.of(annotation), when(annotation));
  }

  private @Nullable When when(AnnotationValue<?> annotation) {
    Class<?> type = annotation.classValue("when").orElse(ObjectPredicate.Always.class);
    if (type == ObjectPredicate.Always.class) {
      return null;
    }
    String place = Scanned.annotation(annotation) + "(when = " + type.getSimpleName() + ".class)";
    Object bean = Scanned.bean(beans, type, method, place);
    return new When(asked(type), (ObjectPredicate<?>) bean);
  }

  /** A predicate for any kind gets the handled one. */
  private Class<? extends HasMetadata> asked(Class<?> predicate) {
    Class<?>[] tests =
        GenericTypeUtils.resolveInterfaceTypeArguments(predicate, ObjectPredicate.class);
    return tests.length == 0 || Modifier.isAbstract(tests[0].getModifiers())
        ? kind
        : tests[0].asSubclass(HasMetadata.class);
  }
}
