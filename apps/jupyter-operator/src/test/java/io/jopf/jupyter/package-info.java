/** Tests of the operator as a whole, and what they share. */
@NullMarked
package io.jopf.jupyter;

import org.jspecify.annotations.NullMarked;
