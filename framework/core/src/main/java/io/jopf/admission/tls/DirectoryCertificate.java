package io.jopf.admission.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A certificate in files, such as those of a mounted Secret: {@code tls.crt}, {@code tls.key} and
 * {@code ca.crt} if callers do not know the authority.
 *
 * @param directory where they are
 */
public record DirectoryCertificate(Path directory) implements CertificateSource {

  @Override
  public ServedCertificate current() {
    try {
      Path bundle = directory.resolve("ca.crt");
      return Pem.served(
          new KeyMaterial(
              Files.readString(directory.resolve("tls.crt")),
              Files.readString(directory.resolve("tls.key"))),
          Files.exists(bundle) ? Files.readString(bundle) : "");
    } catch (IOException e) {
      throw new CertificateException(
          "the certificate in " + directory + " cannot be read: " + e, e);
    }
  }
}
