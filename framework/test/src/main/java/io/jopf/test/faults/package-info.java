/**
 * Faults between an operator and its API server: a proxy that passes everything on until a test
 * says otherwise, and remembers what it has seen.
 *
 * <p>Expected flow: a test takes a {@link io.jopf.test.faults.FaultProxy} as parameter, which puts
 * the operator behind it; the test's own {@link io.jopf.test.Cluster} is never affected. {@code on}
 * chooses requests and what becomes of them, {@code watches} steers watches, {@code down} and
 * {@code up} the whole server, {@code exchanges} tells what was asked and answered. Guarantees: the
 * same on a simulated cluster and a real one; a fault strikes exactly as often as it is told to; an
 * exchange is recorded before its answer reaches the operator. Assumptions: the operator speaks
 * HTTP/1.1, which it does because the proxy offers no TLS. Caveats: delays pass in real time, for
 * they belong to connections. Errors: what cannot be reached upstream looks to the operator like a
 * reset connection.
 */
@NullMarked
package io.jopf.test.faults;

import org.jspecify.annotations.NullMarked;
