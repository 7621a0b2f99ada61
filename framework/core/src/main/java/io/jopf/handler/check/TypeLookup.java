package io.jopf.handler.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes classes that only annotations name. */
public interface TypeLookup {

  /** The class of that name; without traits when it is not there. */
  TypeDescription named(String name);

  /**
   * What a class says the first type argument of a supertype is.
   *
   * @return null where the class is not there, is no subtype or does not say
   */
  @Nullable TypeDescription argumentOf(String name, Class<?> supertype);

  /** The indices of a class of handlers; none where the class is not there or no such class. */
  List<IndexDescription> indices(String name);
}
