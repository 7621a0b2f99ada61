package io.jopf.test.scenarios.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.admission.review.Verdict;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import org.junit.jupiter.api.Test;

/** Admission handlers without an API server that asks them. */
@JopfTest(handlers = ThingRules.class, crds = Things.DEFINITION)
class ReviewTest {

  @Test
  void a_thing_that_is_too_large_is_refused(TestOperator operator) {
    Verdict verdict = operator.review(null, Things.thing("tom", 101));

    assertThat(verdict.allowed()).isFalse();
    assertThat(verdict.code()).isEqualTo(422);
    assertThat(verdict.message()).isEqualTo("spec.size is 101, at most 100");
  }

  @Test
  void an_allowed_thing_is_stored_with_its_spelling_mended(TestOperator operator) {
    Thing thing = Things.thing("tom", 51);
    thing.getSpec().colour = "Red";

    Verdict verdict = operator.review(Things.thing("tom", 1), thing);

    assertThat(verdict.allowed()).isTrue();
    assertThat(verdict.warnings()).containsExactly("spec.size is more than most want");
    assertThat(verdict.object().at("/spec/colour").asText()).isEqualTo("red");
    assertThat(verdict.object().at("/metadata/labels/spelling").asText()).isEqualTo("checked");
  }

  @Test
  void a_deletion_shows_the_object_as_it_is(TestOperator operator) {
    Thing thing = Things.thing("tom", 1);
    thing.getSpec().colour = "gold";

    Verdict verdict = operator.review(thing, null);

    assertThat(verdict.allowed()).isFalse();
    assertThat(verdict.message()).isEqualTo("system:anonymous does not throw gold away");
  }
}
