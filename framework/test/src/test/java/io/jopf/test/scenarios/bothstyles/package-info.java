/** Both styles of handlers on one bean and one object. */
@NullMarked
package io.jopf.test.scenarios.bothstyles;

import org.jspecify.annotations.NullMarked;
