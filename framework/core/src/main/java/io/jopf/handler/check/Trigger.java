package io.jopf.handler.check;

import io.jopf.ObjectPredicate;
import io.jopf.annotation.HandlerMethod;
import io.jopf.annotation.OnField;
import io.jopf.filter.FilterAttributes;
import io.jopf.handler.Effort;
import io.jopf.handler.Timing;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that says when a method runs. Options that it does not have hold their default.
 *
 * @param annotation its simple name
 * @param id empty for the method's name
 * @param retries -1 for no limit
 * @param effort how long and how often it tries
 * @param timing when a timer or daemon begins and ends
 * @param after ids of the handlers that come first
 * @param filter which objects it concerns
 * @param when the class of the filter's predicate; null for none
 * @param admission what admission handlers say besides
 */
public record Trigger(
    String annotation,
    String id,
    int retries,
    Effort effort,
    Timing timing,
    List<String> after,
    FilterAttributes filter,
    @Nullable PredicateDescription when,
    AdmissionOptions admission) {

  private static final String FIELD = OnField.class.getSimpleName();

  /** One that has nothing to do with admission. */
  public Trigger(
      String annotation,
      String id,
      int retries,
      Effort effort,
      Timing timing,
      FilterAttributes filter,
      @Nullable PredicateDescription when) {
    this(annotation, id, retries, effort, timing, List.of(), filter, when, AdmissionOptions.NONE);
  }

  /** The same, that comes after others. */
  public Trigger(
      String annotation,
      String id,
      int retries,
      Effort effort,
      Timing timing,
      List<String> after,
      FilterAttributes filter,
      @Nullable PredicateDescription when) {
    this(annotation, id, retries, effort, timing, after, filter, when, AdmissionOptions.NONE);
  }

  /** Those of a method, by name. */
  public static List<Trigger> of(AnnotationMetadata method, TypeLookup types) {
    List<Trigger> triggers = new ArrayList<>();
    for (String name : method.getAnnotationNamesByStereotype(HandlerMethod.class)) {
      AnnotationValue<?> annotation = method.getAnnotation(name);
      if (annotation != null && !name.startsWith(OnField.class.getName())) {
        triggers.add(of(name.substring(name.lastIndexOf('.') + 1), annotation, types));
      }
    }
    for (AnnotationValue<OnField> annotation : method.getAnnotationValuesByType(OnField.class)) {
      triggers.add(of(FIELD, annotation, types));
    }
    triggers.sort(Comparator.comparing(Trigger::annotation));
    return List.copyOf(triggers);
  }

  private static Trigger of(String name, AnnotationValue<?> annotation, TypeLookup types) {
    FilterAttributes filter = FilterAttributes.of(annotation);
    return new Trigger(
        name,
        annotation.stringValue("id").orElse(""),
        annotation.intValue("retries").orElse(-1),
        Effort.of(annotation),
        Timing.of(annotation),
        List.of(annotation.stringValues("after")),
        filter,
        filter.when().isEmpty()
            ? null
            : new PredicateDescription(
                types.named(filter.when()), types.argumentOf(filter.when(), ObjectPredicate.class)),
        AdmissionOptions.of(annotation));
  }

  /** Whether it makes a handler of one field, with an id of its own. */
  boolean isOfField() {
    return annotation.equals(FIELD);
  }

  /** The id that the handler is known by. */
  String idOn(String method) {
    if (!id.isEmpty()) {
      return id;
    }
    return isOfField() ? method + "/" + filter.field() : method;
  }
}
