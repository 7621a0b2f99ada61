package io.jopf.handler.check;

import io.jopf.ObjectKey;
import io.jopf.annotation.Index;
import io.micronaut.core.annotation.AnnotationMetadata;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An index, as the rules see it.
 *
 * @param id its name
 * @param key the type of its keys
 * @param value the type of its values
 */
public record IndexDescription(String id, TypeDescription key, TypeDescription value) {

  private static final Map<String, String> BOXES =
      Map.of(
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "double", "java.lang.Double",
          "float", "java.lang.Float",
          "boolean", "java.lang.Boolean",
          "char", "java.lang.Character",
          "short", "java.lang.Short",
          "byte", "java.lang.Byte");

  private static final TypeDescription OBJECT_KEY =
      new TypeDescription(ObjectKey.class.getName(), Set.of(), List.of());

  /** The index that an annotated method makes. */
  public static IndexDescription of(
      AnnotationMetadata method, String name, TypeDescription result) {
    String id = method.stringValue(Index.class, "id").orElse("");
    return of(id.isEmpty() ? name : id, result);
  }

  static IndexDescription of(String id, TypeDescription result) {
    List<TypeDescription> arguments = result.arguments();
    if (result.has(Trait.MAP) && arguments.size() == 2) {
      return new IndexDescription(id, arguments.get(0), arguments.get(1));
    }
    return new IndexDescription(id, OBJECT_KEY, boxed(result));
  }

  private static TypeDescription boxed(TypeDescription type) {
    String box = BOXES.get(type.name());
    return box == null ? type : new TypeDescription(box, Set.of(), List.of());
  }

  boolean fits(List<TypeDescription> wanted) {
    return wanted.size() == 2 && wanted.get(0).sameAs(key) && wanted.get(1).sameAs(value);
  }

  @Override
  public String toString() {
    return "Indexed<" + key + ", " + value + ">";
  }
}
