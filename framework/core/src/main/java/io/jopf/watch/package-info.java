/**
 * What the cluster holds, kept up to date.
 *
 * <p>Expected flow: one {@link io.jopf.watch.ObjectCache} per kind and label selector, shared by
 * all who need it; listeners get told of changes and only enqueue. Guarantees: objects are kept
 * without managedFields and without a model class, so that one that does not fit its class stops
 * nobody; a write of our own that has been answered is seen by the next reader, whether or not its
 * event has come; a watch that ends is started again. Assumptions: resource versions of one kind
 * grow. Caveats: what is handed out is shared and must not be changed. Errors: refused or broken
 * watches are logged and retried.
 */
@NullMarked
package io.jopf.watch;

import org.jspecify.annotations.NullMarked;
