/** Tests of {@link io.jopf.bench.run}. */
@NullMarked
package io.jopf.bench.run;

import org.jspecify.annotations.NullMarked;
