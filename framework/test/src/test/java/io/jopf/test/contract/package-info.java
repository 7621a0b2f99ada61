/**
 * What the simulated cluster promises, each statement once. Under the Maven profile control-plane
 * the same statements run on a real API server, so the simulation is held to it.
 */
@NullMarked
package io.jopf.test.contract;

import org.jspecify.annotations.NullMarked;
