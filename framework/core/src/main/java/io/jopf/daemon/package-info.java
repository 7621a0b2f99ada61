/**
 * Timers and daemons.
 *
 * <p>Expected flow: {@link io.jopf.daemon.Tasks} looks at every changed object and begins or ends
 * its timers and daemons. A timer is a delay in a queue and a moment with one of a few workers; a
 * daemon is a thread. Guarantees: a timer or daemon of an object never runs twice at the same time;
 * each ends when its object is deleted, made anew or no longer matches, when leadership is lost and
 * when the operator stops; a daemon that does not end is interrupted and, later, given up, so that
 * it holds no deletion for ever. What they return and change is written after every run. Caveats:
 * memory only: a new process begins all of them anew. Errors: those of the handlers are retried or
 * told as everywhere.
 */
@NullMarked
package io.jopf.daemon;

import org.jspecify.annotations.NullMarked;
