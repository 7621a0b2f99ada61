/**
 * Numbers about the running operator, where the application has a meter registry.
 *
 * <p>Expected flow: the operator tells an {@link io.jopf.metrics.Observer} what it handles and how
 * every call of a handler went. Guarantees: tags are kinds, handler ids, reasons and outcomes,
 * never names of objects, so the number of series is bounded by the code.
 */
@NullMarked
package io.jopf.metrics;

import org.jspecify.annotations.NullMarked;
