/**
 * Which nodes a DaemonJob is for, and how its spec says that it goes over them. Pure: no client, no
 * clock.
 *
 * <p>Expected flow: {@link io.jopf.jobflow.node.NodeFacts} is the little of a node that matters; a
 * {@link io.jopf.jobflow.node.NodeChoice}, made of a spec, says what a node means to it; {@link
 * io.jopf.jobflow.node.DaemonJobProblems} says what is wrong with a spec. Guarantees: nodes that
 * differ only in what changes with every heartbeat have equal facts. Errors: none; a spec that
 * makes no sense has problems and chooses nothing.
 */
@NullMarked
package io.jopf.jobflow.node;

import org.jspecify.annotations.NullMarked;
