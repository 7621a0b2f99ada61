/** Tests of what a condition keeps and when it changes. */
@NullMarked
package io.jopf.conditions;

import org.jspecify.annotations.NullMarked;
