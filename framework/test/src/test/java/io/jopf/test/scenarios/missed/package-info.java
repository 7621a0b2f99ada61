/** What happens while the operator does not see the cluster. */
@NullMarked
package io.jopf.test.scenarios.missed;

import org.jspecify.annotations.NullMarked;
