/**
 * The one clock of the framework.
 *
 * <p>Expected flow: whoever needs the time, or wants something to happen later, takes a {@link
 * io.jopf.time.Time} through its constructor. Guarantees: a test that replaces it decides when
 * anything happens. Caveats: tasks given to {@code schedule} run on the clock's own thread and must
 * be short.
 */
@NullMarked
package io.jopf.time;

import org.jspecify.annotations.NullMarked;
