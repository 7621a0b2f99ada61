/**
 * Decides what a graph of jobs does next. Pure: values in, values out; no client, no threads, no
 * clock of its own.
 *
 * <p><b>Expected flow.</b> The caller builds a {@link io.jopf.flow.Plan}, tells what it remembers
 * (the last {@link io.jopf.flow.FlowStatus}) and what it sees (an {@link io.jopf.flow.Observed} per
 * step), calls {@link io.jopf.flow.FlowEngine#decide}, creates the jobs of {@link
 * io.jopf.flow.Decision#toStart}, calls it again with what came of that, and stores the status.
 * {@link io.jopf.flow.NodeEngine} does the same for one job per node.
 *
 * <p><b>Guarantees.</b> A step remembered as finished never starts again. A step starts only after
 * all its dependencies succeeded. The result does not depend on the order in which jobs finish.
 * Each call costs O(steps + dependencies).
 *
 * <p><b>Policy.</b> Fail fast: after the first failure nothing new starts, not even in independent
 * branches; jobs that already run are followed to their end. A step that names an unknown
 * dependency is blocked with everything behind it; the rest runs, then the flow fails.
 *
 * <p><b>Assumptions.</b> The caller stores the status it got before a finished job may vanish; a
 * job that vanished unfinished, or finished unseen, is started again. Names are given as the caller
 * likes; only {@link io.jopf.flow.JobName} knows Kubernetes' rules.
 *
 * <p><b>Errors.</b> None are thrown for a bad plan: {@link io.jopf.flow.Plan#problems} names the
 * faults and the decision is a failed flow that starts nothing.
 */
@NullMarked
package io.jopf.flow;

import org.jspecify.annotations.NullMarked;
