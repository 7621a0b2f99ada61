package io.jopf.admission.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.jopf.admission.tls.Rotation.Step;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LIFE = Duration.ofDays(360);
  private static final List<String> NAMES = List.of("shop.sales.svc");

  private final Issuer issuer = new Issuer();
  private final StoredCertificate first = stored(START);

  private StoredCertificate stored(Instant when) {
    KeyMaterial material = issuer.issue(NAMES, when, LIFE);
    return new StoredCertificate(
        material, Pem.write(Pem.certificates(material.certificate()).get(1)), null);
  }

  private static Step step(StoredCertificate stored, Duration age) {
    return new Rotation(stored, START.plus(age)).step(NAMES);
  }

  private StoredCertificate prepared(Duration age) {
    Instant now = START.plus(age);
    return new Rotation(first, now).prepared(issuer.issue(NAMES, now, LIFE));
  }

  private static List<X509Certificate> authorities(StoredCertificate stored) {
    return Pem.certificates(stored.bundle());
  }

  private static X509Certificate authority(KeyMaterial material) {
    return Pem.certificates(material.certificate()).get(1);
  }

  @Test
  void a_young_certificate_is_left_alone() {
    assertThat(step(first, Duration.ZERO)).isEqualTo(Step.NOTHING);
    assertThat(step(first, Duration.ofDays(239))).isEqualTo(Step.NOTHING);
  }

  @Test
  void after_two_thirds_the_next_one_is_prepared_and_both_authorities_are_told() {
    assertThat(step(first, Duration.ofDays(240))).isEqualTo(Step.PREPARE);

    StoredCertificate prepared = prepared(Duration.ofDays(240));

    assertThat(prepared.current()).isEqualTo(first.current());
    assertThat(prepared.next()).isNotNull();
    assertThat(authorities(prepared))
        .containsExactly(
            authority(first.current()),
            authority(java.util.Objects.requireNonNull(prepared.next())));
  }

  @Test
  void it_is_served_after_five_sixths_while_the_old_one_still_verifies() {
    StoredCertificate prepared = prepared(Duration.ofDays(240));
    assertThat(step(prepared, Duration.ofDays(299))).isEqualTo(Step.NOTHING);
    assertThat(step(prepared, Duration.ofDays(300))).isEqualTo(Step.PROMOTE);

    StoredCertificate promoted = new Rotation(prepared, START).promoted();

    assertThat(promoted.current()).isEqualTo(prepared.next());
    assertThat(promoted.next()).isNull();
    assertThat(authorities(promoted)).contains(authority(first.current()));
    assertThat(step(promoted, Duration.ofDays(301))).isEqualTo(Step.NOTHING);
  }

  @Test
  void the_oldest_authority_goes_when_the_next_but_one_comes() {
    StoredCertificate promoted = new Rotation(prepared(Duration.ofDays(240)), START).promoted();
    Instant later = START.plus(Duration.ofDays(500));
    KeyMaterial third = issuer.issue(NAMES, later, LIFE);

    StoredCertificate prepared = new Rotation(promoted, later).prepared(third);

    assertThat(authorities(prepared))
        .containsExactly(authority(promoted.current()), authority(third));
  }

  @Test
  void one_that_was_prepared_late_has_two_minutes_to_become_known() {
    StoredCertificate prepared = prepared(Duration.ofDays(350));

    assertThat(step(prepared, Duration.ofDays(350).plusSeconds(119))).isEqualTo(Step.NOTHING);
    assertThat(step(prepared, Duration.ofDays(350).plusSeconds(120))).isEqualTo(Step.PROMOTE);
  }

  @Test
  void an_expired_one_is_replaced_at_once() {
    assertThat(step(first, LIFE)).isEqualTo(Step.REPLACE);
    assertThat(step(prepared(Duration.ofDays(240)), LIFE.plusDays(1))).isEqualTo(Step.REPLACE);
  }

  @Test
  void one_that_lacks_a_name_is_replaced_by_one_that_has_the_older_names_too() {
    Rotation rotation = new Rotation(first, START);
    List<String> wanted = List.of("till.sales.svc");

    assertThat(rotation.step(wanted)).isEqualTo(Step.REPLACE);
    assertThat(rotation.names(wanted)).containsExactly("till.sales.svc", "shop.sales.svc");

    KeyMaterial fresh = issuer.issue(rotation.names(wanted), START, LIFE);
    StoredCertificate replaced = rotation.replaced(fresh);
    assertThat(new Rotation(replaced, START).step(NAMES)).isEqualTo(Step.NOTHING);
    assertThat(authorities(replaced)).contains(authority(first.current()), authority(fresh));
  }

  @Test
  void what_is_stored_is_read_again() {
    StoredCertificate prepared = prepared(Duration.ofDays(240));

    assertThat(
            StoredCertificate.of(
                new SecretBuilder()
                    .withNewMetadata()
                    .endMetadata()
                    .withData(prepared.data())
                    .build()))
        .isEqualTo(prepared);
  }
}
