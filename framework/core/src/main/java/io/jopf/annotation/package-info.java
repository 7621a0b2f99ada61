/**
 * What a user writes: the annotations that turn methods of ordinary beans into handlers.
 *
 * <p>Expected flow: a class is marked {@link io.jopf.annotation.Handlers} with the kind it handles;
 * its methods say when they run. Guarantees: a method runs for one object at a time, and every
 * method sees the newest state at least once after its last change. Assumptions: handlers may run
 * again after a crash between their end and the write of their state, so they are idempotent.
 * Errors: an illegal method or option is a compile error where {@code jopf-processor} is on the
 * annotation processor path, and the same message at start-up elsewhere.
 */
@NullMarked
package io.jopf.annotation;

import org.jspecify.annotations.NullMarked;
