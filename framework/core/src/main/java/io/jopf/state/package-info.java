/**
 * What is remembered after a cycle.
 *
 * <p>Expected flow: {@link io.jopf.state.Transitions#begin} before the handlers, {@link
 * io.jopf.state.Transitions#after} for each outcome, {@link io.jopf.state.Transitions#settle} at
 * the end. Guarantees: pure. Every handler has its own record of the essence that it has dealt
 * with, so that a change which comes while one of them still tries reaches all the others too. When
 * all have dealt with the present essence, only that one is kept. Caveats: a crash before the write
 * of the state makes the handlers of that cycle run again; see {@code after}.
 */
@NullMarked
package io.jopf.state;

import org.jspecify.annotations.NullMarked;
