/**
 * From the spec of a flow to the engine's plan. Pure.
 *
 * <p>Expected flow: {@link io.jopf.jobflow.plan.FlowPlan} turns steps, loops, final steps and the
 * error handler into the steps of {@code io.jopf.flow} and knows what each one is made from.
 * Guarantees: the same spec gives the same plan, in which names are unique or reported. Errors:
 * what the engine cannot see, such as a condition that cannot be read, is among {@link
 * io.jopf.jobflow.plan.FlowPlan#problems}.
 */
@NullMarked
package io.jopf.jobflow.plan;

import org.jspecify.annotations.NullMarked;
