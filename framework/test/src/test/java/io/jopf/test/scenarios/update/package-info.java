/** Handlers of updates: of one field, typed, or of the whole object. */
@NullMarked
package io.jopf.test.scenarios.update;

import org.jspecify.annotations.NullMarked;
