/** What becomes of what handlers have done: kept, merged, refused, dropped, tried again. */
@NullMarked
package io.jopf.test.scenarios.progress;

import org.jspecify.annotations.NullMarked;
