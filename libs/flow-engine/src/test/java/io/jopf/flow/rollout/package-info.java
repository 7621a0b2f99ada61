/** Tests of jobs per node. */
@NullMarked
package io.jopf.flow.rollout;

import org.jspecify.annotations.NullMarked;
