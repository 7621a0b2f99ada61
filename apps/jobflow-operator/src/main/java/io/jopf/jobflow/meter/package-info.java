/**
 * Numbers about flows, for who watches over the operator.
 *
 * <p>Expected flow: the handlers and {@code io.jopf.jobflow.live} tell {@link
 * io.jopf.jobflow.meter.FlowMeters} what happens. Guarantees: tags are states, never names, so the
 * number of series is bounded by the code.
 */
@NullMarked
package io.jopf.jobflow.meter;

import org.jspecify.annotations.NullMarked;
