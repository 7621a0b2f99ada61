/** A handler that every process calls once for what it finds, on one method with creation. */
@NullMarked
package io.jopf.test.scenarios.resume;

import org.jspecify.annotations.NullMarked;
