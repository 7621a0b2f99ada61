/** Tests of the engine: examples that name each rule, and properties against a slow model. */
@NullMarked
package io.jopf.flow;

import org.jspecify.annotations.NullMarked;
