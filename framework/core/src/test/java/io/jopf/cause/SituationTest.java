package io.jopf.cause;

import static io.jopf.cause.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SituationTest {

  private static final Marks MARKS = new Marks("me");

  @Test
  void an_object_without_state_is_being_created() {
    assertThat(Situation.of(json("{'metadata':{}}"), MARKS).phase()).isEqualTo(Phase.CREATING);
    assertThat(Situation.of(json("{}"), MARKS).phase()).isEqualTo(Phase.CREATING);
  }

  @Test
  void an_object_whose_creation_has_begun_is_still_being_created() {
    HandlingState begun = new HandlingState(null, "h", Map.of(), Map.of());

    assertThat(Situation.of(with(MARKS, begun), MARKS).phase()).isEqualTo(Phase.CREATING);
  }

  @Test
  void an_object_with_a_baseline_lives() {
    HandlingState handled = new HandlingState("h", null, Map.of(), Map.of());

    Situation situation = Situation.of(with(MARKS, handled), MARKS);

    assertThat(situation.phase()).isEqualTo(Phase.LIVING);
    assertThat(situation.stored()).isEqualTo(handled);
  }

  @Test
  void the_state_of_another_operator_is_not_ours() {
    HandlingState handled = new HandlingState("h", null, Map.of(), Map.of());

    Situation situation = Situation.of(with(new Marks("other"), handled), MARKS);

    assertThat(situation.phase()).isEqualTo(Phase.CREATING);
    assertThat(situation.stored()).isEqualTo(HandlingState.NONE);
  }

  @Test
  void an_object_to_be_deleted_waits_for_us_only_with_our_finalizer() {
    Situation ours = deleted("'me.jopf.io/finalizer','example.com/x'");
    Situation others = deleted("'example.com/x','other.jopf.io/finalizer'");

    assertThat(ours.phase()).isEqualTo(Phase.DELETING);
    assertThat(ours.deleting()).isTrue();
    assertThat(others.phase()).isEqualTo(Phase.RELEASED);
    assertThat(others.deleting()).isTrue();
  }

  private static Situation deleted(String finalizers) {
    return Situation.of(
        json(
            "{'metadata':{'deletionTimestamp':'2026-01-01T00:00:00Z','finalizers':["
                + finalizers
                + "]}}"),
        MARKS);
  }

  private static ObjectNode with(Marks marks, HandlingState state) {
    ObjectNode object = json("{'metadata':{'name':'a'},'spec':{}}");
    object.withObject("/metadata/annotations").put(marks.state(), StateCodec.write(state));
    return object;
  }
}
