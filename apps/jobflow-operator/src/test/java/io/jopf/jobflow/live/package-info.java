/** Tests of what happens between two rounds of a flow. */
@NullMarked
package io.jopf.jobflow.live;

import org.jspecify.annotations.NullMarked;
