/** A mapper that fails. */
@NullMarked
package io.jopf.test.scenarios.grumpy;

import org.jspecify.annotations.NullMarked;
