/**
 * Decides on which nodes of a cluster a job runs next: one job per node, in turns. Pure: values in,
 * values out; no client, no threads, no clock of its own.
 *
 * <p><b>Expected flow.</b> The caller tells which nodes there are and which of them are wanted
 * ({@link io.jopf.flow.rollout.Place}), what it remembers (the last {@link
 * io.jopf.flow.rollout.RolloutStatus}), what each node's job shows and what is wanted from outside
 * ({@link io.jopf.flow.rollout.RolloutControl}), calls {@link io.jopf.flow.rollout.Rollout#decide},
 * creates and deletes jobs as the decision says, asks again with what came of that, and stores the
 * status.
 *
 * <p><b>Rules.</b> A node counts from when it is wanted and fit, and once its job has begun until
 * it leaves the cluster, whatever becomes of its fitness. A node that leaves blocks nothing: its
 * running job is stopped, its result is remembered but no longer counts; another node of its name
 * takes over that result unless it is to run anew. A node that is not fit is left out for as long.
 * Jobs that were lost come first, then further attempts, then nodes by name. Too many failures stop
 * the rollout, or pause it until somebody says otherwise, even if the nodes that failed leave. A
 * rollout that is not continuous is over when every node that counts is done, for good.
 *
 * <p><b>Guarantees.</b> No more nodes run the job at the same time than may. Nothing new starts
 * once more nodes have failed than may, nor before the canaries have succeeded. A node remembered
 * as done never runs again, unless asked for. No node is forgotten. What results does not depend on
 * when the caller was restarted. A decision costs O(nodes log nodes).
 *
 * <p><b>Assumptions.</b> As in {@link io.jopf.flow}: the caller stores the status it got before a
 * finished job may vanish.
 *
 * <p><b>Errors.</b> None are thrown. A spec that makes no sense comes as a problem and makes the
 * rollout fail without starting anything.
 */
@NullMarked
package io.jopf.flow.rollout;

import org.jspecify.annotations.NullMarked;
