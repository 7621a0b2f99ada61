package io.jopf.admission.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** When a stored certificate is due for what; see DESIGN.md. Pure. */
final class Rotation {

  /** What is to be done. */
  enum Step {
    NOTHING,
    PREPARE,
    PROMOTE,
    REPLACE
  }

  private static final Duration SETTLING = Duration.ofMinutes(2);
  private static final int SHORT_LIFE = 12;

  private final List<X509Certificate> current;
  private final StoredCertificate stored;
  private final Instant now;

  Rotation(StoredCertificate stored, Instant now) {
    this.stored = stored;
    this.now = now;
    this.current = Pem.certificates(stored.current().certificate());
  }

  Step step(Collection<String> names) {
    X509Certificate leaf = current.get(0);
    if (!end(leaf).isAfter(now) || !names(leaf).containsAll(names)) {
      return Step.REPLACE;
    }
    KeyMaterial next = stored.next();
    if (next == null) {
      return now.isBefore(begin(leaf).plus(life(leaf).multipliedBy(2).dividedBy(3)))
          ? Step.NOTHING
          : Step.PREPARE;
    }
    X509Certificate coming = Pem.certificates(next.certificate()).get(0);
    Duration settling = life(leaf).dividedBy(SHORT_LIFE);
    Instant settled = begin(coming).plus(settling.compareTo(SETTLING) < 0 ? settling : SETTLING);
    Instant due = begin(leaf).plus(life(leaf).multipliedBy(5).dividedBy(6));
    return now.isBefore(due) || now.isBefore(settled) ? Step.NOTHING : Step.PROMOTE;
  }

  StoredCertificate prepared(KeyMaterial next) {
    return new StoredCertificate(stored.current(), authorities(current, next), next);
  }

  StoredCertificate promoted() {
    KeyMaterial next = stored.next();
    return next == null ? stored : new StoredCertificate(next, stored.bundle(), null);
  }

  StoredCertificate replaced(KeyMaterial fresh) {
    return new StoredCertificate(fresh, authorities(current, fresh), null);
  }

  /** The names of the present certificate and the wanted ones. */
  Set<String> names(Collection<String> wanted) {
    Set<String> all = new LinkedHashSet<>(wanted);
    all.addAll(names(current.get(0)));
    return all;
  }

  private static String authorities(List<X509Certificate> present, KeyMaterial other) {
    return Pem.write(authority(present), authority(Pem.certificates(other.certificate())));
  }

  static X509Certificate authority(List<X509Certificate> chain) {
    return chain.get(chain.size() - 1);
  }

  private static Instant begin(X509Certificate certificate) {
    return certificate.getNotBefore().toInstant().plus(Issuer.SKEW);
  }

  private static Instant end(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }

  private static Duration life(X509Certificate certificate) {
    return Duration.between(begin(certificate), end(certificate));
  }

  private static Set<String> names(X509Certificate certificate) {
    Set<String> names = new LinkedHashSet<>();
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      if (alternatives != null) {
        alternatives.forEach(one -> names.add(String.valueOf(one.get(1))));
      }
    } catch (CertificateParsingException e) {
      throw new CertificateException("the names of the certificate cannot be read", e);
    }
    return names;
  }
}
