/** One object at a time, many objects at the same time. */
@NullMarked
package io.jopf.test.scenarios.parallel;

import org.jspecify.annotations.NullMarked;
