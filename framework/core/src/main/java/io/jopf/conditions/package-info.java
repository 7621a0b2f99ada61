/**
 * Conditions of a status, as Kubernetes understands them.
 *
 * <p>Expected flow: a handler starts from what its object's status says, sets what it finds now and
 * puts the list into the status that it returns. Guarantees: pure; a condition's lastTransitionTime
 * moves when its status changes and only then; known types keep their place, new ones come last;
 * types that nobody sets stay as they are. Errors: {@link java.lang.IllegalArgumentException} for a
 * status or reason that an API server would refuse.
 */
@NullMarked
package io.jopf.conditions;

import org.jspecify.annotations.NullMarked;
