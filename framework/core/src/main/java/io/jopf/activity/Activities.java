package io.jopf.activity;

import io.jopf.annotation.ActivityMethod;
import io.jopf.handler.IllegalHandlerException;
import io.jopf.handler.check.ActivityDescription;
import io.jopf.handler.check.ActivityRules;
import io.micronaut.context.BeanContext;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.annotation.Order;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every activity method of every bean. The beans are made when first called. */
@Singleton
final class Activities implements ExecutableMethodProcessor<ActivityMethod> {

  private record Found(BeanDefinition<?> definition, ExecutableMethod<?, ?> method) {
    int order() {
      return definition.intValue(Order.class).orElse(0);
    }
  }

  private final BeanContext beans;
  private final List<Found> found = new ArrayList<>();

  Activities(BeanContext beans) {
    this.beans = beans;
  }

  @Override
  public synchronized void process(BeanDefinition<?> definition, ExecutableMethod<?, ?> method) {
    boolean known =
        found.stream()
            .anyMatch(one -> one.definition().equals(definition) && one.method().equals(method));
    if (!known) {
      found.add(new Found(definition, method));
    }
  }

  /**
   * The methods with an annotation, in their order.
   *
   * @throws IllegalHandlerException if one cannot work as declared
   */
  synchronized List<Activity> with(Class<? extends Annotation> annotation) {
    List<Activity> activities = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    // the sort is stable: methods of one class stay as they are declared
    found.stream()
        .filter(one -> one.method().hasAnnotation(annotation))
        .sorted(
            Comparator.comparingInt(Found::order)
                .thenComparing(one -> one.definition().getBeanType().getName()))
        .forEach(
            one -> {
              Activity activity = activity(one, annotation);
              if (!ids.add(activity.id())) {
                throw illegal(one, "another @%s has the id '%s' too", annotation, activity.id());
              }
              activities.add(activity);
            });
    return activities;
  }

  @SuppressWarnings("unchecked") // called only on the bean that it belongs to
  private Activity activity(Found one, Class<? extends Annotation> annotation) {
    ActivityDescription description = ActivityDescription.of(one.method(), annotation);
    for (String mistake : ActivityRules.mistakes(description)) {
      throw illegal(one, "%2$s", annotation, mistake);
    }
    AnnotationValue<?> options = one.method().getAnnotation(annotation.getName());
    if (options == null) {
      throw new IllegalStateException(one.method() + " has lost @" + annotation.getSimpleName());
    }
    String id = options.stringValue("id").orElse("");
    return new Activity(
        id.isEmpty() ? one.method().getMethodName() : id,
        options,
        (ExecutableMethod<Object, Object>) one.method(),
        () -> beans.getBean(one.definition()));
  }

  private static IllegalHandlerException illegal(
      Found one, String form, Class<? extends Annotation> annotation, String detail) {
    return new IllegalHandlerException(
        one.definition().getBeanType().getName()
            + "."
            + one.method().getMethodName()
            + ": "
            + form.formatted(annotation.getSimpleName(), detail));
  }
}
