/**
 * What an operator tells about itself while it runs: numbers, where the application has a meter
 * registry, and whatever else listens, such as the report of a failed test.
 *
 * <p>Expected flow: the operator tells every {@link io.jopf.metrics.Observer} what it handles, how
 * each call of a handler went, what was written and what waits. Guarantees: of the numbers, tags
 * are kinds, handler ids, reasons and outcomes, never names of objects, so the number of series is
 * bounded by the code.
 */
@NullMarked
package io.jopf.metrics;

import org.jspecify.annotations.NullMarked;
