package io.jopf.admission.tls;

/** Where the certificate comes from. */
public interface CertificateSource {

  /**
   * What is to be served now. Makes or renews it where that is due and ours to do.
   *
   * @throws CertificateException if there is none, or none that can be read
   */
  ServedCertificate current();
}
