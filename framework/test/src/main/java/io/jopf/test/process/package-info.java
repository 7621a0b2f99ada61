/**
 * An operator's jar as its users run it: a process of its own, with a kubeconfig and environment
 * variables, that can be asked, stopped and killed.
 *
 * <p>Expected flow: a test class that runs after the jar is packaged registers an {@link
 * io.jopf.test.process.OperatorJar} and starts processes from it. Guarantees: a process gets only
 * the variables it is given, listens on 127.0.0.1 at a free port and ends with its test. Caveats:
 * the real time of the machine; nothing is simulated but what the cluster simulates. Errors: a
 * failed test prints what its processes have written.
 */
@NullMarked
package io.jopf.test.process;

import org.jspecify.annotations.NullMarked;
