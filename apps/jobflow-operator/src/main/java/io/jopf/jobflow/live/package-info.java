/**
 * What happens between two rounds of a flow: the Jobs that a completion makes due are created at
 * once, from the event of the Job, and the status follows later, for many completions together. See
 * DESIGN.md beside this.
 *
 * <p>Expected flow: {@link io.jopf.jobflow.live.LiveFlows} is told of each change of a Job and
 * passes it to the {@link io.jopf.jobflow.live.LiveFlow} it belongs to, which follows the flow by
 * the {@link io.jopf.jobflow.run.Pursuit} that the last round left behind. Guarantees: rounds and
 * pursuit never act at the same time; a pursuit creates no Job that a round would not create; what
 * it does not know how to go on with ends it and wakes a round. Assumptions: {@link
 * io.jopf.Children} refuses what another process may have done since. Caveats: nothing here
 * survives the process, nor has to.
 */
@NullMarked
package io.jopf.jobflow.live;

import org.jspecify.annotations.NullMarked;
