/**
 * Decides what a graph of jobs does next. Pure: values in, values out; no client, no threads, no
 * clock of its own.
 *
 * <p><b>Expected flow.</b> The caller builds a {@link io.jopf.flow.Plan}, tells what it remembers
 * (the last {@link io.jopf.flow.FlowStatus}), what it sees (an {@link io.jopf.flow.Observed} per
 * step) and what is wanted from outside ({@link io.jopf.flow.Control}), calls {@link
 * io.jopf.flow.FlowEngine#decide}, creates and deletes jobs as the {@link io.jopf.flow.Decision}
 * says, calls it again with what came of that, and stores the status. {@link io.jopf.flow.FlowRun}
 * keeps the graph between two calls, so that a completion costs what hangs on the completed step.
 * {@link io.jopf.flow.rollout} does the same for one job per node.
 *
 * <p><b>Rules.</b> A step starts when all, or any, of its dependencies gave what it needs; one
 * whose needs cannot be met any more is skipped. Plain dependencies are met by success, by a
 * failure that is to be ignored, and by a step left out because of its condition. After a failure
 * nothing new starts but steps that react to failures, under {@link
 * io.jopf.flow.FailurePolicy#CONTINUE} everything that does not need the failed step. A step that
 * names an unknown dependency is blocked with everything behind it; the rest runs, then the flow
 * fails. The stages follow each other; a flow that failed and was not stopped runs its error stage;
 * the last stage runs unless the flow was cancelled outright.
 *
 * <p><b>Guarantees.</b> A step remembered as finished never starts again, unless {@link
 * io.jopf.flow.Restart} put it back. An attempt starts only after the one before it failed and the
 * pause is over. Without fail fast or an ending, the outcome does not depend on the order in which
 * jobs finish, nor on when the caller was restarted. Beginning anew costs O(steps + dependencies).
 *
 * <p><b>Assumptions.</b> The caller stores the status it got before a finished job may vanish. A
 * job that vanished unfinished, or finished unseen, is started again as the same attempt: under its
 * old name, so that a caller whose view is stale makes no second one. Names are given as the caller
 * likes; only {@link io.jopf.flow.JobName} knows Kubernetes' rules.
 *
 * <p><b>Errors.</b> None are thrown for a bad plan: {@link io.jopf.flow.Plan#problems} names the
 * faults and the decision is a failed flow that starts nothing.
 */
@NullMarked
package io.jopf.flow;

import org.jspecify.annotations.NullMarked;
