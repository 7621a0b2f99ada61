/** Tests. */
@NullMarked
package io.jopf.jobflow.lint;

import org.jspecify.annotations.NullMarked;
