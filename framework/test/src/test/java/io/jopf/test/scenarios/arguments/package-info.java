/** Arguments of handlers that the user's own binders fill. */
@NullMarked
package io.jopf.test.scenarios.arguments;

import org.jspecify.annotations.NullMarked;
