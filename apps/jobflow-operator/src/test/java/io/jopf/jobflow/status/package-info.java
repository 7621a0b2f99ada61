/** Tests of the status. */
@NullMarked
package io.jopf.jobflow.status;

import org.jspecify.annotations.NullMarked;
