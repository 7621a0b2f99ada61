/** Tests of {@link io.jopf.bench.measure}. */
@NullMarked
package io.jopf.bench.measure;

import org.jspecify.annotations.NullMarked;
