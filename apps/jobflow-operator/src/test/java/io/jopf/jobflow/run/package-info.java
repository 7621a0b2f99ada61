/** Tests of single rounds. */
@NullMarked
package io.jopf.jobflow.run;

import org.jspecify.annotations.NullMarked;
