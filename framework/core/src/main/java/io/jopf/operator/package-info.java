/**
 * Everything put together.
 *
 * <p>Expected flow: when the application has started, {@link io.jopf.operator.Operator} checks the
 * API server, opens the watches and starts the workers. For each kind a {@link
 * io.jopf.operator.KindController} holds the queue and the term; a key that a worker takes has one
 * of its {@link io.jopf.operator.Turns}, its object goes through {@link io.jopf.operator.Handling}
 * and there once through {@link io.jopf.operator.Cycle}, which decides, calls and writes nothing.
 * Guarantees: no handler runs before the first list of every watched kind has come; on stop no new
 * cycle begins, those in hand end within the grace and write their state. Errors: {@link
 * io.jopf.StartupException} fails the application's start.
 */
@NullMarked
package io.jopf.operator;

import org.jspecify.annotations.NullMarked;
