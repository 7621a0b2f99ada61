/** Handlers that run beside their object. */
@NullMarked
package io.jopf.test.scenarios.daemons;

import org.jspecify.annotations.NullMarked;
