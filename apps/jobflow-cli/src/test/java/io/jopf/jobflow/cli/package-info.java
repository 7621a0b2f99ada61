/** Tests. */
@NullMarked
package io.jopf.jobflow.cli;

import org.jspecify.annotations.NullMarked;
