package io.jopf.intake;

import static io.jopf.intake.EventLinesTest.tom;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.Specs;
import io.jopf.invoke.Outcome;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import io.jopf.time.FakeTime;
import io.jopf.watch.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventStageTest {

  private static final ObjectKey TOM = new ObjectKey("default", "tom");
  private static final Looks LOOKS = new PlainLooks();

  private final List<String> told = new ArrayList<>();
  private final EventLines lines = new EventLines();
  private final EventStage stage =
      new EventStage(
          List.of(Specs.handler("seen", Reason.EVENT)), lines, LOOKS, new Calls(), new FakeTime());

  private final class Calls implements HandlerCalls {
    @Override
    public Called call(
        HandlerSpec handler,
        Reason reason,
        Retry retry,
        GenericKubernetesResource object,
        Extras extras) {
      told.add(
          Objects.requireNonNull(extras.event()).type()
              + " "
              + object.getMetadata().getUid()
              + "/"
              + object.getMetadata().getResourceVersion());
      return new Called(new Outcome.Succeeded(null), new Changes(Json.tree(object)));
    }

    @Override
    public boolean write(GenericKubernetesResource object, Changes changes) {
      return true;
    }

    @Override
    public void tellGivenUp(
        HandlerSpec handler, GenericKubernetesResource object, Outcome outcome) {
      throw new AssertionError("nobody is told");
    }
  }

  private void look(@Nullable GenericKubernetesResource now) {
    stage.look(TOM, now == null ? null : LOOKS.at(now));
  }

  @Test
  void what_happened_is_told_of_the_object_as_it_was_then() {
    lines.delivered(new Delivery(null, tom("a", 1), false));
    lines.delivered(new Delivery(tom("a", 1), tom("a", 2), false));

    look(tom("a", 5));

    assertThat(told).containsExactly("ADDED a/1", "MODIFIED a/2");
  }

  @Test
  void what_was_found_at_the_start_is_told_as_it_is_by_then() {
    lines.found(tom("a", 1));

    look(tom("a", 5));

    assertThat(told).containsExactly("ADDED a/5");
  }

  @Test
  void what_was_found_and_has_gone_before_its_turn_is_told_only_as_gone() {
    lines.found(tom("a", 1));
    lines.delivered(new Delivery(tom("a", 1), null, false));

    look(null);

    assertThat(told).containsExactly("DELETED a/1");
  }

  @Test
  void what_was_found_is_not_taken_for_another_one_of_its_name() {
    lines.found(tom("a", 1));
    lines.delivered(new Delivery(tom("a", 1), null, false));
    lines.delivered(new Delivery(null, tom("b", 3), false));

    look(tom("b", 3));

    assertThat(told).containsExactly("DELETED a/1", "ADDED b/3");
  }
}
