package io.jopf.admission.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClaimTest {

  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATE = EARLY.plusSeconds(60);

  @Test
  void of_two_versions_the_one_that_was_started_last_wins() {
    Claim old = new Claim("old", EARLY);
    Claim fresh = new Claim("new", LATE);

    assertThat(old.yieldsTo(fresh)).isTrue();
    assertThat(fresh.yieldsTo(old)).isFalse();
  }

  @Test
  void replicas_of_one_version_mend_what_any_of_them_wrote() {
    Claim one = new Claim("same", EARLY);
    Claim other = new Claim("same", LATE);

    assertThat(one.yieldsTo(other)).isFalse();
    assertThat(other.yieldsTo(one)).isFalse();
    assertThat(one.isOlderThan(other)).isTrue();
  }

  @Test
  void a_claim_is_read_as_it_was_written() {
    ObjectNode configuration = Json.MAPPER.createObjectNode();
    Claim claim = new Claim("abc", LATE);
    claim.writeInto(configuration.withObject("/metadata/annotations"), "shop");

    assertThat(Claim.on(configuration, "shop")).isEqualTo(claim);
    assertThat(Claim.on(configuration, "other")).isNull();
    assertThat(Claim.on(null, "shop")).isNull();
    assertThat(claim.yieldsTo(null)).isFalse();
  }
}
