/**
 * From annotated beans to handlers.
 *
 * <p>Expected flow: {@link io.jopf.handler.scan.HandlerScanner} reads all beans once, at start.
 * Guarantees: what it returns has passed the rules of {@code io.jopf.handler.check}; no reflection.
 * Errors: {@link io.jopf.handler.IllegalHandlerException}, naming class, method and mistake.
 */
@NullMarked
package io.jopf.handler.scan;

import org.jspecify.annotations.NullMarked;
