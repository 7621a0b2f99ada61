/**
 * Measures how long an operator takes from its start to being ready, and its memory when idle.
 *
 * <p>Expected flow: {@link io.jopf.bench.startup.Startup} starts a control plane with the CRDs, and
 * then every {@link io.jopf.bench.startup.Contender} (an operator's jar, a JDK, a {@link
 * io.jopf.bench.startup.Variant} of flags) in turn, one at a time, round after round. A variant
 * with an archive of classes has it written once, by a run that is not measured. Caveat: the first
 * round reads the jar from disk, later ones from the page cache; medians of several rounds leave it
 * out.
 */
@NullMarked
package io.jopf.bench.startup;

import org.jspecify.annotations.NullMarked;
