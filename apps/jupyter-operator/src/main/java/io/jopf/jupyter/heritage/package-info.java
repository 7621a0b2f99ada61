/**
 * What the original operator, the one in Python, has left of a notebook.
 *
 * <p>Expected flow: before the objects of a notebook are written for the first time, {@link
 * io.jopf.jupyter.heritage.Legacies} is asked what is there already. Guarantees: only objects that
 * the notebook controls count, by UID; a notebook that is new costs one request, one whose objects
 * are made none. Assumption: the original operator does not run any more. Its annotations and its
 * finalizer are replaced by the framework, see {@code jopf.takeover} in {@code application.yml}.
 */
@NullMarked
package io.jopf.jupyter.heritage;

import org.jspecify.annotations.NullMarked;
