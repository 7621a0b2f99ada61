/** Level style: a child is kept as it should be, and nobody else's object is touched. */
@NullMarked
package io.jopf.test.scenarios.children;

import org.jspecify.annotations.NullMarked;
