package io.jopf.admission.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Two certificates of localhost that are valid for a century, and who trusts both. */
public final class TestCertificates {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final ServedCertificate first = fresh();
  private final ServedCertificate second = fresh();

  private static ServedCertificate fresh() {
    return Pem.served(new Issuer().issue(List.of("localhost"), START, Duration.ofDays(36_500)), "");
  }

  public ServedCertificate first() {
    return first;
  }

  public ServedCertificate second() {
    return second;
  }

  public SSLContext trusting() {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("first", first.chain().get(1));
      store.setCertificateEntry("second", second.chain().get(1));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
