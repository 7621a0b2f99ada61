/**
 * Checks of handler classes while they are compiled.
 *
 * <p>Expected flow: with {@code jopf-processor} beside {@code micronaut-inject-java} on the
 * annotation processor path, {@link io.jopf.processor.HandlersVisitor} sees every class marked
 * {@code @Handlers}, {@link io.jopf.processor.HandlerMethodVisitor} every handler method outside
 * one. Guarantees: the rules are those of {@code io.jopf.handler.check}, which the operator applies
 * again when it starts; a problem is an error at the class, method or parameter that causes it.
 * Caveats: it generates nothing; a problem in a method inherited from another compilation is
 * reported at the class that inherits it. Errors: none of its own.
 */
@NullMarked
package io.jopf.processor;

import org.jspecify.annotations.NullMarked;
