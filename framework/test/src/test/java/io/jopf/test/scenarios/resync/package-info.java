/** Level-style handlers that come back though nothing has changed. */
@NullMarked
package io.jopf.test.scenarios.resync;

import org.jspecify.annotations.NullMarked;
