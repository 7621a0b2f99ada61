/**
 * Why an object needs attention: what is stored about it against what it is now.
 *
 * <p>Expected flow: {@link io.jopf.cause.Situation#of} reads the object's JSON with what an earlier
 * cycle stored in its annotation, and says which phase of its life it is in. Guarantees: pure; the
 * same object gives the same situation whatever events led to it. Caveats: labels, annotations and
 * spec are the essence of an object; status and system metadata are not. Errors: stored state that
 * cannot be read counts as none, and is said in the log.
 */
@NullMarked
package io.jopf.cause;

import org.jspecify.annotations.NullMarked;
