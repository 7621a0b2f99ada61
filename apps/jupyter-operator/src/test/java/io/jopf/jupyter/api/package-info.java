/** Tests of the custom resource and its definition. */
@NullMarked
package io.jopf.jupyter.api;

import org.jspecify.annotations.NullMarked;
