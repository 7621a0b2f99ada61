/**
 * The same operator in four frameworks, side by side on one control plane; see {@code
 * bench/contenders}.
 *
 * <p>Expected flow: {@link io.jopf.bench.frameworks.Frameworks} gives every contender its turn in
 * each round; a {@link io.jopf.bench.frameworks.Turn} starts its process, puts it through all
 * workloads and stops it. Guarantees: only one contender runs at a time; times are taken by an
 * outside watch; calls are counted in the API server's audit log. Caveats: this process and the
 * control plane share the machine with the contender, so rows compare and absolute values do not.
 * Errors: a contender that does not finish a workload in time ends the whole with the file that
 * holds its output.
 */
@NullMarked
package io.jopf.bench.frameworks;

import org.jspecify.annotations.NullMarked;
