/**
 * Reading what another framework has stored about an object, so that its work goes on here.
 *
 * <p>Expected flow: before the first cycle of an object that carries Kopf's annotations, {@link
 * io.jopf.takeover.KopfTakeover} says what the operator has to remember instead and which patch of
 * the metadata replaces the one by the other; {@code operator} writes it, guarded by the object's
 * version. Guarantees: pure; what Kopf has handled is the baseline, so that a later change is an
 * update with the right difference; attempts keep their count, their beginning and their delay;
 * handlers and parts of handlers that are done are not due again. Assumptions: no Kopf operator
 * runs any more. Caveats: Kopf does not store for which version of an object a handler of an
 * unfinished cycle succeeded, so it counts as having seen the present one, as it does in Kopf.
 * Errors: an {@link java.lang.IllegalArgumentException} that names the annotation that cannot be
 * read.
 */
@NullMarked
package io.jopf.takeover;

import org.jspecify.annotations.NullMarked;
