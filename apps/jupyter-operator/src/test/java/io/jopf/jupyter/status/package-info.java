/** Tests of the status. */
@NullMarked
package io.jopf.jupyter.status;

import org.jspecify.annotations.NullMarked;
