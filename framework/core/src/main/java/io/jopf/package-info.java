/** The types a handler method sees. */
@NullMarked
package io.jopf;

import org.jspecify.annotations.NullMarked;
