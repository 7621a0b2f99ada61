/**
 * How the examples stand, as observed in the cluster.
 *
 * <p>Expected flow: {@link io.jopf.demo.state.ClusterView} follows the objects, {@link
 * io.jopf.demo.state.Snapshots} turns them into a {@link io.jopf.demo.state.Snapshot}, {@link
 * io.jopf.demo.state.Verdicts} judges it. Guarantees: a snapshot is a value and holds no
 * credential; what the cluster says is taken from the status that users see, not from the
 * operators' classes. Caveats: run times are those observed here, since the cluster's have whole
 * seconds only.
 */
@NullMarked
package io.jopf.demo.state;

import org.jspecify.annotations.NullMarked;
