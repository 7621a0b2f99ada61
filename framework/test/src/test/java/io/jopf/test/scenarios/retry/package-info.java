/** Handlers that fail: for now, for good, and too often. */
@NullMarked
package io.jopf.test.scenarios.retry;

import org.jspecify.annotations.NullMarked;
