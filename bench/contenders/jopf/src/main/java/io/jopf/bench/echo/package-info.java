/** The operator of the comparison, in Jopf: see {@code bench/contenders/README.md}. */
@NullMarked
package io.jopf.bench.echo;

import org.jspecify.annotations.NullMarked;
