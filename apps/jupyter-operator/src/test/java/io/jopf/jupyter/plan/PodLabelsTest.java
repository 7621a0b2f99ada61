package io.jopf.jupyter.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PodLabelsTest {

  private static final Pattern LABEL_VALUE =
      Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

  private final Findings findings = new Findings();

  @Test
  void the_instance_label_is_there_without_being_asked_for() {
    assertThat(PodLabels.of(null, "nb", findings).labels())
        .containsOnly(entry(PodLabels.INSTANCE, "nb"));
  }

  @Test
  void only_the_first_equals_sign_divides() {
    assertThat(of("k=a=b").labels()).containsEntry("k", "a_b");
    assertThat(of("k=a.b").labels()).containsEntry("k", "a.b");
  }

  @Test
  void an_entry_that_is_no_label_is_left_out_with_a_warning() {
    assertThat(of("nothing", "=value", "bad key=v", "k=v").labels())
        .containsOnlyKeys("k", PodLabels.INSTANCE);
    assertThat(findings.warnings()).hasSize(3).allMatch(w -> w.contains("left out"));
    assertThat(findings.problems()).isEmpty();
  }

  @Test
  void labels_the_operator_sets_cannot_be_set() {
    PodIdentity identity =
        of("deployment=other", "app.kubernetes.io/managed-by=me", PodLabels.INSTANCE + "=other");

    assertThat(identity.labels()).containsOnly(entry(PodLabels.INSTANCE, "nb"));
    assertThat(findings.warnings()).hasSize(3);
  }

  @Test
  void the_right_instance_label_is_no_reason_to_warn() {
    of(PodLabels.INSTANCE + "=nb");

    assertThat(findings.warnings()).isEmpty();
  }

  @Test
  void owner_and_instance_id_are_kept_as_written() {
    PodIdentity identity = of("dm.org/owner=alice@example.com", "dm.org/instance-id=instance-1");

    assertThat(identity.owner()).isEqualTo("alice@example.com");
    assertThat(identity.instanceId()).isEqualTo("instance-1");
    assertThat(identity.labels()).containsEntry("dm.org/owner", "alice_example.com");
  }

  @Test
  void an_unnamed_owner_is_unknown() {
    assertThat(of("dm.org/owner=").owner()).isEqualTo("Unknown");
    assertThat(of().instanceId()).isEqualTo("Unknown");
  }

  @Property
  void every_value_becomes_one_that_a_label_may_have(@ForAll String value) {
    String label = PodLabels.of(List.of("k=" + value), "nb", new Findings()).labels().get("k");

    assertThat(label).matches(LABEL_VALUE).hasSizeLessThanOrEqualTo(63);
  }

  private PodIdentity of(String... entries) {
    return PodLabels.of(List.of(entries), "nb", findings);
  }
}
