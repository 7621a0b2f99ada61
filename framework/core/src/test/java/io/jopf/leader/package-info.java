/**
 * Tests of who leads, on a clock that stands still, with ways to the lease that can be disturbed.
 */
@NullMarked
package io.jopf.leader;

import org.jspecify.annotations.NullMarked;
