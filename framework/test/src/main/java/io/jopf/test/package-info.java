/**
 * What an operator's own tests use: a cluster, a clock and the operator, started per test.
 *
 * <p>Expected flow: a test class carries {@link io.jopf.test.JopfTest} (or {@link
 * io.jopf.test.Scenario} if it starts no operator), its methods take a {@link io.jopf.test.Cluster}
 * and {@code apply}, steer, {@code await} and {@code get}. Guarantees: the same test runs on the
 * simulated cluster and on a real API server, chosen by the system property {@code
 * jopf.test.cluster}; everything is fresh per test. Assumptions: on the real one tests run one
 * after another in a JVM. Caveats: on the simulated cluster time moves only in {@code await} or
 * when the test moves it. Errors: {@code await} fails with what the cluster holds.
 */
@NullMarked
package io.jopf.test;

import org.jspecify.annotations.NullMarked;
