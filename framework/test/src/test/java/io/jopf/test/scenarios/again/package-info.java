/** Objects that the application wants looked at again. */
@NullMarked
package io.jopf.test.scenarios.again;

import org.jspecify.annotations.NullMarked;
