/**
 * Writing the handled object itself.
 *
 * <p>Expected flow: a cycle collects everything in a {@link io.jopf.patch.Changes}; {@link
 * io.jopf.patch.Patcher} sends it once, at its end. Guarantees: at most one status and one main
 * write per cycle, none when nothing differs; status before main, so that a result is stored before
 * the state that says it is; finalizers only under a guard of the resource version, read again and
 * repeated after a conflict, without running any handler again; an object of the same name but
 * another UID is never written; a request of a process with rivals meets the version that it was
 * made on, or is refused however late it arrives. Errors: an object that is gone is no error; the
 * client's exception for anything else, after its own retries.
 */
@NullMarked
package io.jopf.patch;

import org.jspecify.annotations.NullMarked;
