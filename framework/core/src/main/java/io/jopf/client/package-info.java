/**
 * The connection to the API server.
 *
 * <p>Expected flow: {@link io.jopf.client.ClientFactory} makes the one client, from {@code
 * KUBECONFIG} or the pod's service account; {@link io.jopf.client.Preflight} looks before anything
 * starts whether the server answers, serves the kinds and lets us list them. {@link
 * io.jopf.client.Fence} says who may write. Errors: {@link io.jopf.StartupException} with one
 * sentence that says what to do.
 */
@NullMarked
package io.jopf.client;

import org.jspecify.annotations.NullMarked;
