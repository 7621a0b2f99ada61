/**
 * What the cluster holds, kept up to date.
 *
 * <p>Expected flow: one {@link io.jopf.watch.ObjectCache} per kind and label selector, shared by
 * all who need it, with one stream per namespace; listeners get told of changes and only enqueue.
 * Guarantees: what is known survives whatever happens to a connection, so that no object seems gone
 * that is not; every change is told once, in order, and deletions that nobody saw are told when the
 * next list shows them; a dead connection is noticed within the watch timeout, and doubt is shown
 * before; objects are kept and handed out without managedFields, without what nobody needs of them
 * and without a model class, so that one that does not fit its class stops nobody; a write of our
 * own that has been answered is seen by the next reader, whether or not its event has come.
 * Assumptions: resource versions of one kind grow where they are numbers. Caveats: what is told is
 * shared and must not be changed; a kind that is not served and a namespace that we may not read
 * are empty until that changes. Errors: refused or broken watches are logged once, reported and
 * retried. DESIGN.md tells how.
 */
@NullMarked
package io.jopf.watch;

import org.jspecify.annotations.NullMarked;
