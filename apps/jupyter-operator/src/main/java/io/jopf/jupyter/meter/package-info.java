/**
 * Numbers about notebooks, for who watches over the operator.
 *
 * <p>Expected flow: the handlers tell {@link io.jopf.jupyter.meter.NotebookMeters} what happens.
 * Guarantees: tags are phases, reasons and outcomes, never names, so the number of series is
 * bounded by the code; all series are there from the start.
 */
@NullMarked
package io.jopf.jupyter.meter;

import org.jspecify.annotations.NullMarked;
