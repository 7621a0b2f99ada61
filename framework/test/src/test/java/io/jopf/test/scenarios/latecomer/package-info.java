/** A change that comes while one of two handlers still tries. */
@NullMarked
package io.jopf.test.scenarios.latecomer;

import org.jspecify.annotations.NullMarked;
