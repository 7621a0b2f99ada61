/**
 * Starts and stops what is measured: JVMs, the control plane.
 *
 * <p>Guarantee: whatever was started here ends with this process, however it ends; the control
 * plane because it lives only as long as our end of its standard input. Errors: {@link
 * java.io.UncheckedIOException} or {@link java.lang.IllegalStateException} with the file that holds
 * the output of the process that failed.
 */
@NullMarked
package io.jopf.bench.run;

import org.jspecify.annotations.NullMarked;
