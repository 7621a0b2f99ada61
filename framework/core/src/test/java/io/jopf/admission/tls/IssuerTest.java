package io.jopf.admission.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> NAMES = List.of("shop.sales.svc", "127.0.0.1", "::1");

  private final KeyMaterial material = new Issuer().issue(NAMES, NOW, Duration.ofDays(30));
  private final List<X509Certificate> chain = Pem.certificates(material.certificate());

  @Test
  void a_certificate_verifies_with_its_own_authority_and_no_other() throws Exception {
    CertPathValidator validator = CertPathValidator.getInstance("PKIX");
    var path = CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, 1));
    PKIXParameters own = new PKIXParameters(Set.of(new TrustAnchor(chain.get(1), null)));
    own.setRevocationEnabled(false);
    own.setDate(Date.from(NOW));
    validator.validate(path, own);

    X509Certificate other =
        Pem.certificates(new Issuer().issue(NAMES, NOW, Duration.ofDays(30)).certificate()).get(1);
    PKIXParameters foreign = new PKIXParameters(Set.of(new TrustAnchor(other, null)));
    foreign.setRevocationEnabled(false);
    foreign.setDate(Date.from(NOW));
    assertThatExceptionOfType(java.security.cert.CertPathValidatorException.class)
        .isThrownBy(() -> validator.validate(path, foreign));
  }

  @Test
  void it_is_one_for_servers_of_those_names() throws Exception {
    X509Certificate leaf = chain.get(0);
    assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
    assertThat(leaf.getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .containsExactly("shop.sales.svc", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(chain.get(1).getBasicConstraints()).isZero();
  }

  @Test
  void it_begins_before_now_for_slow_clocks_and_ends_in_time() {
    assertThat(chain.get(0).getNotBefore()).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
    assertThat(chain.get(0).getNotAfter()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
  }

  @Test
  void a_key_is_nowhere_in_what_is_printed() {
    PrivateKey key = Pem.key(material.key());
    String secret = material.key().lines().skip(1).findFirst().orElseThrow();
    assertThat(key.getAlgorithm()).isEqualTo("EC");
    assertThat(material.toString()).doesNotContain(secret);
    assertThat(Pem.served(material, "").toString()).doesNotContain(secret).contains("2026-01-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void keys_of_every_usual_sort_are_read(String algorithm) throws Exception {
    PrivateKey key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();

    assertThat(Pem.write(key)).startsWith("-----BEGIN PRIVATE KEY");
    assertThat(Pem.key(Pem.write(key))).isEqualTo(key);
  }

  @Test
  void keys_are_read_in_the_older_forms_too() throws Exception {
    PrivateKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    String pkcs1 =
        pem("RSA PRIVATE KEY", PrivateKeyInfo.getInstance(rsa.getEncoded()).parsePrivateKey());
    assertThat(Pem.key(pkcs1)).isEqualTo(rsa);

    ECPrivateKey ec = (ECPrivateKey) Pem.key(material.key());
    String sec1 =
        pem(
            "EC PRIVATE KEY",
            new org.bouncycastle.asn1.sec.ECPrivateKey(
                256, ec.getS(), SECObjectIdentifiers.secp256r1));
    assertThat(((ECPrivateKey) Pem.key(sec1)).getS()).isEqualTo(ec.getS());
  }

  private static String pem(String type, ASN1Encodable content) throws IOException {
    StringWriter text = new StringWriter();
    try (PemWriter pem = new PemWriter(text)) {
      pem.writeObject(new PemObject(type, content.toASN1Primitive().getEncoded()));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret stuff", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END"})
  void what_is_no_key_is_refused_without_being_quoted(String text) {
    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(() -> Pem.key(text))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret", "c2Vj"));
  }

  @Test
  void what_is_no_certificate_is_refused() {
    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(() -> Pem.certificates("none"));
    assertThatExceptionOfType(CertificateException.class).isThrownBy(() -> Pem.certificates(""));
  }
}
