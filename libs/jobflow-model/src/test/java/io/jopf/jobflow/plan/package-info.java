/** Tests of plans. */
@NullMarked
package io.jopf.jobflow.plan;

import org.jspecify.annotations.NullMarked;
