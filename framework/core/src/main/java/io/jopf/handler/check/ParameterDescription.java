package io.jopf.handler.check;

import io.jopf.Indexed;
import io.jopf.annotation.From;
import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationUtil;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a handler, as the rules see it.
 *
 * @param name its name
 * @param type its type
 * @param marks what its annotations say
 * @param index which index it means; null unless it is one
 */
public record ParameterDescription(
    String name, TypeDescription type, Set<Mark> marks, @Nullable IndexUse index) {

  /** One that is no index. */
  ParameterDescription(String name, TypeDescription type, Set<Mark> marks) {
    this(name, type, marks, null);
  }

  /** What an annotation makes of a parameter. */
  public enum Mark {
    /** The value before the change. */
    OLD,
    /** The value after the change. */
    NEW,
    /** Something that a user's own binder knows. */
    BINDABLE
  }

  /** Reads the annotations of a parameter. */
  public static ParameterDescription of(
      String name, TypeDescription type, AnnotationMetadata annotations, TypeLookup types) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (annotations.hasAnnotation(Old.class)) {
      marks.add(Mark.OLD);
    }
    if (annotations.hasAnnotation(New.class)) {
      marks.add(Mark.NEW);
    }
    if (annotations.hasStereotype(Bindable.class)) {
      marks.add(Mark.BINDABLE);
    }
    boolean indexed = type.is(Indexed.class);
    return new ParameterDescription(
        name, type, marks, indexed ? use(name, annotations, types) : null);
  }

  private static IndexUse use(String name, AnnotationMetadata annotations, TypeLookup types) {
    String id = annotations.stringValue(AnnotationUtil.NAMED).orElse(name);
    return annotations
        .stringValue(From.class)
        .map(owner -> new IndexUse(id, types.named(owner), types.indices(owner)))
        .orElseGet(() -> new IndexUse(id, null, List.of()));
  }
}
