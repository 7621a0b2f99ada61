/** Indices that other handlers look things up in. */
@NullMarked
package io.jopf.test.scenarios.index;

import org.jspecify.annotations.NullMarked;
