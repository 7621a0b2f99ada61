/** Real processes of one operator, which are stopped and killed. */
@NullMarked
package io.jopf.test.scenarios.processes;

import org.jspecify.annotations.NullMarked;
