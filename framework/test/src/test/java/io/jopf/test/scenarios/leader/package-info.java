/** Several processes of one operator, of which one acts. */
@NullMarked
package io.jopf.test.scenarios.leader;

import org.jspecify.annotations.NullMarked;
