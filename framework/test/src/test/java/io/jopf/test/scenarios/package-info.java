/**
 * What an operator can rely on, one package per scenario: handlers as a user writes them, and tests
 * of what they do on a cluster. The same tests run on the simulated and on a real one.
 *
 * <p>Assumptions: every test has an operator and a namespace of its own; {@code things} are the
 * handled objects. Caveats: events of one kind come in their order, so an operator with one worker
 * has done all it had to do for earlier things when a later one is handled; tests that nothing
 * happens rely on it.
 */
@NullMarked
package io.jopf.test.scenarios;

import org.jspecify.annotations.NullMarked;
