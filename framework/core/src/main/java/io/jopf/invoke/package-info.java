/**
 * Calling a handler.
 *
 * <p>Expected flow: {@link io.jopf.invoke.Invoker} binds the method's arguments by type and
 * annotation, calls it, and says what came of it. Guarantees: whatever a handler throws becomes an
 * {@link io.jopf.invoke.Outcome}; trouble of the API server never counts as an attempt of the
 * handler. A user adds arguments by a bean that implements {@code TypeArgumentBinder<T,
 * HandlerContext>} or {@code AnnotatedArgumentBinder<A, T, HandlerContext>}; its parameter carries
 * {@code @Bindable}, or an annotation that is {@code @Bindable} itself, because the checks of
 * signatures refuse types that they do not know. One call runs at a time for an object; it is
 * interrupted through {@link io.jopf.invoke.RunningCalls}, and never after it has ended. Errors: an
 * argument that nobody can bind gives up at once, naming it.
 */
@NullMarked
package io.jopf.invoke;

import org.jspecify.annotations.NullMarked;
