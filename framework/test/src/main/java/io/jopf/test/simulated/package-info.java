/**
 * The simulated cluster: a server that answers like an API server, controllers and nodes that play
 * workloads, and a clock.
 *
 * <p>Expected flow: {@link io.jopf.test.simulated.SimulatedCluster#start} and connect with its
 * client, or with any client through the kubeconfig it writes. Guarantees: listens on the loopback
 * address only; behaves like a real cluster in what the shared scenarios of this module state.
 * Assumptions: one test or demo at a time uses it. Caveats: those of {@code api} and {@code
 * workload} below. Errors: {@code await} throws an {@link java.lang.AssertionError}.
 */
@NullMarked
package io.jopf.test.simulated;

import org.jspecify.annotations.NullMarked;
