/**
 * Calling a handler.
 *
 * <p>Expected flow: {@link io.jopf.invoke.Invoker} binds the method's arguments by type and
 * annotation, calls it, and says what came of it. Guarantees: whatever a handler throws becomes an
 * {@link io.jopf.invoke.Outcome}; trouble of the API server never counts as an attempt of the
 * handler. A user adds arguments by a bean that implements {@code TypeArgumentBinder<T,
 * HandlerContext>} or {@code AnnotatedArgumentBinder<A, T, HandlerContext>}. Errors: an argument
 * that nobody can bind gives up at once, naming it.
 */
@NullMarked
package io.jopf.invoke;

import org.jspecify.annotations.NullMarked;
