/** Level style: what handlers write about one object wakes others that look at it. */
@NullMarked
package io.jopf.test.scenarios.neighbours;

import org.jspecify.annotations.NullMarked;
