/**
 * The cluster the demo runs on, and what the demo makes there.
 *
 * <p>Expected flow: {@link io.jopf.demo.cluster.SimulatedTarget} or {@link
 * io.jopf.demo.cluster.UserTarget} gives a {@link io.jopf.demo.cluster.Target}; a {@link
 * io.jopf.demo.cluster.ClusterWriter} makes namespaces, CRDs and objects. Guarantees: on a cluster
 * that outlives the demo nothing is changed that was there before, and what was made is removed by
 * the {@link io.jopf.demo.Cleanup}. Caveats: removing a CRD removes its objects in all namespaces;
 * only CRDs that were absent are removed. Errors: {@link io.jopf.demo.DemoException}.
 */
@NullMarked
package io.jopf.demo.cluster;

import org.jspecify.annotations.NullMarked;
