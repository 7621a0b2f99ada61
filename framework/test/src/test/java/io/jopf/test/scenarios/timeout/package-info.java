/** Handlers that are interrupted: by their timeout, and by the deletion of their object. */
@NullMarked
package io.jopf.test.scenarios.timeout;

import org.jspecify.annotations.NullMarked;
