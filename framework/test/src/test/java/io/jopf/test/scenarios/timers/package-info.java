/** Handlers that run again and again. */
@NullMarked
package io.jopf.test.scenarios.timers;

import org.jspecify.annotations.NullMarked;
