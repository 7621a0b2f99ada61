/** Handlers of some objects and of some fields only. */
@NullMarked
package io.jopf.test.scenarios.filters;

import org.jspecify.annotations.NullMarked;
