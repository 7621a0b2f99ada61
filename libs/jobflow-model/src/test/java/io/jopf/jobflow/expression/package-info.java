/** Tests of conditions and placeholders. */
@NullMarked
package io.jopf.jobflow.expression;

import org.jspecify.annotations.NullMarked;
