/**
 * The steps of a flow as a picture: all that are planned, whether they have started or not. Pure.
 *
 * <p><b>Expected flow.</b> {@link io.jopf.jobflow.graph.FlowGraph} takes a flow, perhaps one that
 * never ran, and marks the critical path; {@link io.jopf.jobflow.graph.Mermaid}, {@link
 * io.jopf.jobflow.graph.Dot} and {@link io.jopf.jobflow.graph.Svg} write it down.
 *
 * <p><b>Guarantees.</b> The same flow gives the same text. A dependency that no step answers to is
 * drawn as a step that is missing. A plan that is wrong, even one with cycles, can be drawn.
 *
 * <p><b>Critical path.</b> In each stage (flow, error handler, final steps) the chain of steps that
 * takes longest: by the time taken so far where any step has taken some, with the mean of those for
 * steps that have not started; by number where none has.
 */
@NullMarked
package io.jopf.jobflow.graph;

import org.jspecify.annotations.NullMarked;
