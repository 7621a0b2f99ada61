package io.jopf.handler.check;

import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.EnumSet;
import java.util.Set;

/**
 * A parameter of a handler, as the rules see it.
 *
 * @param name its name
 * @param type its type
 * @param marks what its annotations say
 */
public record ParameterDescription(String name, TypeDescription type, Set<Mark> marks) {

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
      String name, TypeDescription type, AnnotationMetadata annotations) {
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
    return new ParameterDescription(name, type, marks);
  }
}
