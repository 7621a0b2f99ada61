package io.jopf.admission.tls;

/** There is no certificate that could be served; the message says what is wrong where. */
public class CertificateException extends RuntimeException {

  CertificateException(String message) {
    super(message);
  }

  CertificateException(String message, Throwable cause) {
    super(message, cause);
  }
}
