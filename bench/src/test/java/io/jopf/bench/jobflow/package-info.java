/** Tests of what the measurements of flows compute. */
@NullMarked
package io.jopf.bench.jobflow;

import org.jspecify.annotations.NullMarked;
