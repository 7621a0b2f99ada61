/**
 * What an operator survives: every case of {@code docs/reliability.md} that is not a scenario of
 * another kind as well. The same on the simulated cluster and on a real API server.
 *
 * <p>Assumptions: handlers here do nothing but write down that they ran, so that "no lost and no
 * repeated run" is a statement about a list. With one worker things are handled in the order of
 * their events: when a later one is done, nothing more comes for an earlier one.
 */
@NullMarked
package io.jopf.test.reliability;

import org.jspecify.annotations.NullMarked;
