/** Tests of what is told and what is not. */
@NullMarked
package io.jopf.event;

import org.jspecify.annotations.NullMarked;
