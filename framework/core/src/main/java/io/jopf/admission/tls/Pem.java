package io.jopf.admission.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** Reads and writes PEM. */
final class Pem {

  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "1.2.840.113549.1.1.1", "RSA",
          "1.2.840.10045.2.1", "EC",
          "1.3.101.112", "EdDSA");

  private Pem() {}

  static String write(Object... certificatesOrKeys) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      for (Object one : certificatesOrKeys) {
        // the writer's own form of an elliptic key lacks the curve
        pem.writeObject(one instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** All certificates of a text, at least one. */
  static List<X509Certificate> certificates(String pem) {
    try {
      List<X509Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (all.isEmpty()) {
        throw new CertificateException("there is no certificate");
      }
      return all;
    } catch (java.security.cert.CertificateException e) {
      throw new CertificateException("the certificate cannot be read", e);
    }
  }

  /** The key of a text, in PKCS#8, PKCS#1 or SEC1. Its content gets into no message. */
  static PrivateKey key(String pem) {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      Object parsed = parser.readObject();
      Object info = parsed instanceof PEMKeyPair pair ? pair.getPrivateKeyInfo() : parsed;
      if (info instanceof PrivateKeyInfo key) {
        String algorithm = key.getPrivateKeyAlgorithm().getAlgorithm().getId();
        return KeyFactory.getInstance(ALGORITHMS.getOrDefault(algorithm, algorithm))
            .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
      }
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      // the cause might quote the key
      throw new CertificateException("the private key cannot be read");
    }
    throw new CertificateException("there is no private key that is not encrypted");
  }

  static ServedCertificate served(KeyMaterial material, String bundle) {
    return new ServedCertificate(certificates(material.certificate()), key(material.key()), bundle);
  }
}
