package io.jopf.admission.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What is served.
 *
 * @param chain the certificate, then those that lead to its authority
 * @param key its private key
 * @param bundle the authorities to verify it with, as PEM; empty if callers know them already
 */
public record ServedCertificate(List<X509Certificate> chain, PrivateKey key, String bundle) {

  /** The certificate itself. */
  X509Certificate leaf() {
    return chain.get(0);
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "certificate "
        + leaf().getSerialNumber().toString(16)
        + " until "
        + leaf().getNotAfter().toInstant();
  }
}
