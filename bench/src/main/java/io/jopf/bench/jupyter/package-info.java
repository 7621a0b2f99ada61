/**
 * The Jupyter operator beside one in Kopf that does what the original one does; see {@code
 * bench/contenders}.
 *
 * <p>Expected flow: {@link io.jopf.bench.jupyter.Jupyter} gives each operator its turn in every
 * round; a {@link io.jopf.bench.jupyter.Turn} starts its process, has it make notebooks one by one,
 * in a burst and until there are many, and starts it again. Guarantees: only one operator runs at a
 * time; a notebook is timed from before its creation until an outside watch sees its URL; calls are
 * counted in the API server's audit log, until no more come. Assumptions: each operator has a kind
 * of its own, so that neither sees the other's notebooks. Caveats: this process and the control
 * plane, which makes Pods of all Deployments, share the machine with the operator, so rows compare
 * and absolute values do not. Errors: an operator that does not finish in time ends the whole with
 * the file that holds its output.
 */
@NullMarked
package io.jopf.bench.jupyter;

import org.jspecify.annotations.NullMarked;
