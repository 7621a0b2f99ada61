/**
 * Scenarios: the running operator on a cluster, simulated in the ordinary build and real under the
 * profile {@code control-plane}.
 */
@NullMarked
package io.jopf.jobflow;

import org.jspecify.annotations.NullMarked;
