/** An operator that is stopped, and one that is killed. */
@NullMarked
package io.jopf.test.scenarios.stopping;

import org.jspecify.annotations.NullMarked;
