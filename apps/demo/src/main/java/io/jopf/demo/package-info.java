/**
 * Shows both operators at work: starts a cluster and the operators, applies the examples, watches
 * them until each has ended and tells whether they ended as documented.
 *
 * <p>Expected flow: {@link io.jopf.demo.Main} reads the options and runs one {@code Demo}.
 * Guarantees: whatever was started or made is undone when the demo ends, is interrupted or fails;
 * the exit code is 0 only if every example ended as documented. Assumptions: the operators' jars
 * have been built; the system property {@code jopf.root} names the project's directory. Caveats: a
 * demo killed with SIGKILL leaves no process and no file, but its namespaces on a cluster of the
 * user's. Errors: {@link io.jopf.demo.DemoException} with a message for people.
 */
@NullMarked
package io.jopf.demo;

import org.jspecify.annotations.NullMarked;
