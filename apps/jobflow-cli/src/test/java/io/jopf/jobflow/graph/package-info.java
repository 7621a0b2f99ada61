/** Tests. */
@NullMarked
package io.jopf.jobflow.graph;

import org.jspecify.annotations.NullMarked;
