/**
 * Which handlers an object is due for.
 *
 * <p>Expected flow: {@code io.jopf.handler.scan} reads the annotated beans once, at start; for
 * every cycle {@link io.jopf.handler.DueHandlers} picks those whose turn it is. Guarantees: the
 * choice is pure and per handler: one that has dealt with the present essence is never picked again
 * for it, one that has not is picked whatever the others did. What a handler's filter does not
 * match is as good as dealt with. Errors: {@link io.jopf.handler.IllegalHandlerException} at start,
 * naming class, method and mistake.
 */
@NullMarked
package io.jopf.handler;

import org.jspecify.annotations.NullMarked;
