/**
 * The HTTPS server that the API server asks.
 *
 * <p>Expected flow: {@link io.jopf.admission.http.AdmissionServer} listens from construction until
 * it is closed and hands each request to {@link io.jopf.admission.http.Endpoint}. Guarantees: the
 * server of the JDK, loaded only where there are admission handlers; a request in hand is answered
 * before the server closes. Caveats: who connects is not verified, because an API server has no
 * certificate by default: what answers tell is what handlers say. Errors: 404 for a path that no
 * handler has, 405 for anything but POST, 400 for what is no review or larger than 16 MiB.
 */
@NullMarked
package io.jopf.admission.http;

import org.jspecify.annotations.NullMarked;
