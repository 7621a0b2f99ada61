/**
 * Kubernetes events about the handled objects.
 *
 * <p>Expected flow: {@link io.jopf.event.EventPoster} takes what handlers and the framework want to
 * tell and posts it to {@code events.k8s.io/v1}, one after the other, aside from the cycles.
 * Guarantees: never blocks, delays or fails a handler; a message is at most 1024 characters long;
 * what the API server refuses is said once in the log. Caveats: above a thousand waiting events new
 * ones are dropped.
 */
@NullMarked
package io.jopf.event;

import org.jspecify.annotations.NullMarked;
