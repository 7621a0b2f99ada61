/** Kinds that change while they are handled, and rules of theirs that the operator breaks. */
@NullMarked
package io.jopf.test.scenarios.versions;

import org.jspecify.annotations.NullMarked;
