/**
 * Measures flows: how soon and how fast the jobflow operator makes the Jobs of a flow, what it
 * costs the API server, and what the operator needs.
 *
 * <p>Expected flow: {@link io.jopf.bench.jobflow.JobFlows} starts an API server without any
 * controllers and the operator beside it. {@link io.jopf.bench.jobflow.Stage} plays the Job
 * controller and sees from outside when Jobs appear and complete. In each round the operator and
 * {@link io.jopf.bench.jobflow.BareClient}, the least that any client has to do, take turns at the
 * same {@link io.jopf.bench.jobflow.Graph}. Assumptions: nothing else runs in the cluster; the
 * audit log tells what the operator asked for. Caveats: the bare client lives in the process that
 * also looks on, the operator in one of its own.
 */
@NullMarked
package io.jopf.bench.jobflow;

import org.jspecify.annotations.NullMarked;
