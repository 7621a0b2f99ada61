/**
 * The certificate under which admission handlers are served.
 *
 * <p>Expected flow: a {@link io.jopf.admission.tls.CertificateSource} is asked now and then for
 * what is to be served; {@link io.jopf.admission.tls.ServingKeys} hand it to every new connection.
 * A generated certificate lives in a Secret that all replicas share: whoever comes first makes it,
 * the others read it. Guarantees: a certificate is served only after the bundle that callers verify
 * it with has had time to reach them (see DESIGN.md); private keys of authorities are never stored.
 * Errors: {@link io.jopf.admission.tls.CertificateException} names what is missing and where.
 */
@NullMarked
package io.jopf.admission.tls;

import org.jspecify.annotations.NullMarked;
