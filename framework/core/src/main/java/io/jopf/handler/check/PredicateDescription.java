package io.jopf.handler.check;

import org.jspecify.annotations.Nullable;

/**
 * A class that {@code when} names.
 *
 * @param type the class
 * @param tests what it wants to be asked about; null where that is not known
 */
public record PredicateDescription(TypeDescription type, @Nullable TypeDescription tests) {}
