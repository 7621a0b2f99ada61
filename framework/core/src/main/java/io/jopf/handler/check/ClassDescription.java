package io.jopf.handler.check;

import java.util.List;

/**
 * A class with handler methods, as the rules see it.
 *
 * @param type the class itself
 * @param kind the model class that {@code @Handlers} names
 * @param attributes what it says besides
 * @param methods its handler methods, inherited ones too
 */
public record ClassDescription(
    TypeDescription type,
    TypeDescription kind,
    KindAttributes attributes,
    List<MethodDescription> methods) {}
