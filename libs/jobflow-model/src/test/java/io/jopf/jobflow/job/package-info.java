/** Tests of making Jobs and reading them. */
@NullMarked
package io.jopf.jobflow.job;

import org.jspecify.annotations.NullMarked;
