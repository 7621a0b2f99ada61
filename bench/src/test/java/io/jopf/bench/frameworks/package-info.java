/** Tests of how goals are judged. */
@NullMarked
package io.jopf.bench.frameworks;

import org.jspecify.annotations.NullMarked;
