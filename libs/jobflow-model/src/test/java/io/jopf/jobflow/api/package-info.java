/** Tests of what is stored. */
@NullMarked
package io.jopf.jobflow.api;

import org.jspecify.annotations.NullMarked;
