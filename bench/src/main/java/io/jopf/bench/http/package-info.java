/**
 * Measures the HTTP clients that the Kubernetes client can run on.
 *
 * <p>Expected flow: {@link io.jopf.bench.http.HttpClients} starts a control plane and then, in
 * interleaved rounds, one JVM per client, with that client alone on its class path: {@link
 * io.jopf.bench.http.LoadTrial} for rate, latency and memory, {@link
 * io.jopf.bench.http.SilenceTrial} for connections that die without a word. A trial prints one
 * {@code metric value} per line. Caveat: client, API server and etcd share the machine, so only
 * ratios of one run mean anything.
 */
@NullMarked
package io.jopf.bench.http;

import org.jspecify.annotations.NullMarked;
