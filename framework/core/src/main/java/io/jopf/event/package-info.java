/**
 * Kubernetes events about the handled objects.
 *
 * <p>Expected flow: {@link io.jopf.event.EventPoster} takes what handlers and the framework want to
 * tell and posts it to {@code events.k8s.io/v1}, one after the other, aside from the cycles. What
 * happens again becomes a series: counted at once, written every half minute at most, over after
 * six minutes of silence. Of one object, reason and action ten different notes are told, further
 * ones together. Guarantees: never blocks, delays or fails a handler; a message is at most 1024
 * characters long; no events about events; what the API server refuses is said in the log. Caveats:
 * above a thousand waiting events, 25 of one object at once (then one in half a minute) or 200 of
 * all (then ten a second) new ones are dropped and counted; a series that still grows when the
 * process is killed ends with too low a count.
 */
@NullMarked
package io.jopf.event;

import org.jspecify.annotations.NullMarked;
