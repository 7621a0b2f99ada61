/** Handlers of everything that the watch tells. */
@NullMarked
package io.jopf.test.scenarios.watchevents;

import org.jspecify.annotations.NullMarked;
