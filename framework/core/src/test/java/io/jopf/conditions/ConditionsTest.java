package io.jopf.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  private record Step(String type, String status, String reason) {}

  @Test
  void a_condition_says_all_that_kubernetes_wants_to_know() {
    List<Condition> list =
        Conditions.of(null, NOON).observing(3L).set("Ready", true, "AllGood", "Fine.").list();

    assertThat(list)
        .singleElement()
        .returns("Ready", Condition::getType)
        .returns("True", Condition::getStatus)
        .returns("AllGood", Condition::getReason)
        .returns("Fine.", Condition::getMessage)
        .returns(3L, Condition::getObservedGeneration)
        .returns("2026-01-01T12:00:00Z", Condition::getLastTransitionTime);
  }

  @Test
  void another_reason_is_no_transition_another_status_is() {
    List<Condition> first = Conditions.of(null, NOON).set("Ready", false, "Starting", "").list();
    Conditions later = Conditions.of(first, LATER);

    assertThat(later.set("Ready", false, "Pulling", "").list().get(0).getLastTransitionTime())
        .isEqualTo("2026-01-01T12:00:00Z");
    assertThat(later.set("Ready", true, "Pulling", "").list().get(0).getLastTransitionTime())
        .isEqualTo("2026-01-01T12:01:00Z");
  }

  @Test
  void conditions_of_others_stay_and_what_is_given_is_not_changed() {
    List<Condition> given =
        Conditions.of(null, NOON)
            .set("Theirs", true, "Why", "")
            .set("Ours", true, "Why", "")
            .list();
    List<Condition> next = Conditions.of(given, LATER).set("Ours", false, "Not", "").list();

    assertThat(next).extracting(Condition::getType).containsExactly("Theirs", "Ours");
    assertThat(next.get(0)).isEqualTo(given.get(0));
    assertThat(given.get(1).getStatus()).isEqualTo("True");
    assertThat(Conditions.of(next, LATER).without("Theirs").list()).hasSize(1);
    assertThat(Conditions.of(next, LATER).isTrue("Theirs")).isTrue();
    assertThat(Conditions.of(next, LATER).isTrue("Ours")).isFalse();
  }

  @Test
  void what_the_server_would_refuse_is_refused_here_with_its_name() {
    Conditions none = Conditions.of(List.of(), NOON);

    assertThatThrownBy(() -> none.set("Ready", "yes", "Why", ""))
        .hasMessage("status of condition Ready is 'yes': True, False or Unknown");
    assertThatThrownBy(() -> none.set("Ready", true, "two words", ""))
        .hasMessage("reason of condition Ready is 'two words': one CamelCase word");
    assertThatThrownBy(() -> none.set("Ready", true, "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_message_that_is_too_long_is_cut() {
    Conditions long_ = Conditions.of(null, NOON).set("Ready", true, "Why", "x".repeat(40_000));

    assertThat(long_.list().get(0).getMessage()).hasSize(32_768);
  }

  @Provide
  Arbitrary<List<Step>> stories() {
    return Combinators.combine(
            Arbitraries.of("A", "B", "C"),
            Arbitraries.of("True", "False", "Unknown"),
            Arbitraries.of("Good", "Bad"))
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  @Property
  void times_move_with_the_status_alone_and_places_never(@ForAll("stories") List<Step> story) {
    List<Condition> list = List.of();
    Map<String, String> statuses = new LinkedHashMap<>();
    Map<String, String> since = new LinkedHashMap<>();
    Instant now = Instant.parse("2026-01-01T12:00:00Z");
    for (Step step : story) {
      now = now.plusSeconds(1);
      list = Conditions.of(list, now).set(step.type, step.status, step.reason, "").list();
      if (!step.status.equals(statuses.put(step.type, step.status))) {
        since.put(step.type, now.toString());
      }
    }
    assertThat(list).extracting(Condition::getType).containsExactlyElementsOf(statuses.keySet());
    assertThat(list)
        .allSatisfy(
            one -> assertThat(one.getLastTransitionTime()).isEqualTo(since.get(one.getType())));
  }
}
