/** Admission handlers: limits, a spelling mended, a look at who asks. */
@NullMarked
package io.jopf.test.scenarios.admission;

import org.jspecify.annotations.NullMarked;
