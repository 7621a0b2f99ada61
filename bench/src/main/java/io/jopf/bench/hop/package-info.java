/**
 * Measures a hop: from a Job's condition Complete to the creation of the Job that waited for it,
 * both as one watch of the Jobs sees them.
 *
 * <p>Expected flow: {@link io.jopf.bench.hop.Hop} runs chains of Jobs, one after the other, made by
 * the jobflow operator and by {@link io.jopf.bench.hop.BareChain}, which is the least that any
 * client of the API server must do. The Jobs are carried out by simulated nodes, or by {@link
 * io.jopf.bench.hop.JobPlayer}, which leaves fewer others at work beside the operator. Assumption:
 * nothing else runs in the cluster; a hop here is one of an idle operator.
 */
@NullMarked
package io.jopf.bench.hop;

import org.jspecify.annotations.NullMarked;
