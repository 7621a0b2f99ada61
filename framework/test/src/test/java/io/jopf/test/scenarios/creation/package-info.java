/** A handler of creation: once for every object, with a result in its status. */
@NullMarked
package io.jopf.test.scenarios.creation;

import org.jspecify.annotations.NullMarked;
