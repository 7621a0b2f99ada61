/**
 * The same stories told to Kopf and to Jopf: every scenario is a class of handlers in Java, a
 * module of handlers in Python and one script of steps, which is played on a real API server for
 * both.
 *
 * <p>Expected flow: {@link io.jopf.differential.DifferentialTest} plays each of {@link
 * io.jopf.differential.Scenarios} on both sides at the same time, in namespaces of their own, and
 * compares the traces of the handlers' calls and the objects that are left. Guarantees: a
 * difference that is not declared fails, and so does a declared one that is none. Assumptions:
 * Python, Go or what they have built before; without them the tests are aborted and say why.
 */
@NullMarked
package io.jopf.differential;

import org.jspecify.annotations.NullMarked;
