/**
 * Figures and tables: samples, percentiles, CSV and text. Pure but for {@link
 * io.jopf.bench.measure.Machine}, which looks at the machine, and the files that {@link
 * io.jopf.bench.measure.Results} writes.
 */
@NullMarked
package io.jopf.bench.measure;

import org.jspecify.annotations.NullMarked;
