/**
 * A real control plane for tests: kube-apiserver, etcd, the controllers and simulated or real
 * nodes, from {@code hack/control-plane}.
 *
 * <p>Expected flow: the first cluster of a JVM builds the programs, if they are not built, and
 * starts them; every test gets a namespace of its own. Guarantees: the control plane ends with the
 * JVM, even a killed one. Assumptions: the system property {@code jopf.root} names the root of the
 * repository. Caveats: what is not in a namespace is shared by the tests. Errors: without Go, and
 * nothing built earlier, tests are aborted, not failed; so they are where no real node can run.
 */
@NullMarked
package io.jopf.test.real;

import org.jspecify.annotations.NullMarked;
