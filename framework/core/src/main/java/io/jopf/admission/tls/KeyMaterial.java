package io.jopf.admission.tls;

/**
 * A certificate with its key, as text.
 *
 * @param certificate PEM: the certificate, then those that lead to its authority
 * @param key PEM
 */
record KeyMaterial(String certificate, String key) {

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "KeyMaterial";
  }
}
