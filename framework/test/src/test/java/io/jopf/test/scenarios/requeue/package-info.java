/** A handler that wants to look again when no event will tell. */
@NullMarked
package io.jopf.test.scenarios.requeue;

import org.jspecify.annotations.NullMarked;
