/**
 * The operator's jar on a real API server, as users run it. Runs after phase package, in the
 * profiles control-plane (simulated nodes) and real-node (real containers).
 */
@NullMarked
package io.jopf.jupyter.e2e;

import org.jspecify.annotations.NullMarked;
