/** An object that does not fit its class. */
@NullMarked
package io.jopf.test.scenarios.poison;

import org.jspecify.annotations.NullMarked;
