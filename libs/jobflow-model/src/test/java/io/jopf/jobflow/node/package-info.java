/** Tests of the choice of nodes. */
@NullMarked
package io.jopf.jobflow.node;

import org.jspecify.annotations.NullMarked;
