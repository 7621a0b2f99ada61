/** What the fault proxy promises, on both kinds of cluster. */
@NullMarked
package io.jopf.test.faults;

import org.jspecify.annotations.NullMarked;
