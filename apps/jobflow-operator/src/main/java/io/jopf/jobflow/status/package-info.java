/**
 * The status of a JobFlow or DaemonJob: read back as the engine's memory, made from its decision,
 * and compared to tell what happened. Pure.
 *
 * <p>Guarantees: what was written is read back the same. Equal facts give an equal status, whatever
 * the time, so that nothing is written when nothing has changed. Errors: what cannot be read counts
 * as unknown.
 */
@NullMarked
package io.jopf.jobflow.status;

import org.jspecify.annotations.NullMarked;
