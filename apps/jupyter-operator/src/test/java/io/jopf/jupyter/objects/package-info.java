/** Tests of the objects and of the script inside them. */
@NullMarked
package io.jopf.jupyter.objects;

import org.jspecify.annotations.NullMarked;
