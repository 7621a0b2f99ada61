/** A handler that deletions wait for, and operators without one. */
@NullMarked
package io.jopf.test.scenarios.deletion;

import org.jspecify.annotations.NullMarked;
