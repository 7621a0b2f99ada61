/** Tests of defaults and input checks. */
@NullMarked
package io.jopf.jupyter.plan;

import org.jspecify.annotations.NullMarked;
