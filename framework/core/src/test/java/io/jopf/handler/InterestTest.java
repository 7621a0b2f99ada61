package io.jopf.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlingState;
import io.jopf.filter.Candidate;
import io.jopf.filter.Filter;
import io.jopf.filter.FilterAttributes;
import io.jopf.json.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterestTest {

  private static final Filter GREEN =
      Filter.of(new FilterAttributes("color=green", "", "", "", "", "", ""), null);

  private final ObjectNode plain =
      Json.MAPPER.createObjectNode().set("metadata", Json.MAPPER.createObjectNode());

  @Test
  void what_a_timer_of_the_same_method_looks_at_is_not_remembered_for_its_causes() {
    Map<Reason, Options> reasons =
        new EnumMap<>(Specs.filtered("paint", GREEN, Reason.CREATE).reasons());
    reasons.put(Reason.TIMER, Options.DEFAULT);
    reasons.put(Reason.EVENT, Options.DEFAULT);

    assertThat(interest(Specs.of("paint", reasons)).remembered()).isFalse();
  }

  @Test
  void what_a_cause_concerns_is_remembered() {
    assertThat(interest(Specs.handler("paint", Reason.CREATE)).remembered()).isTrue();
    assertThat(interest(Specs.filtered("paint", GREEN, Reason.CREATE)).remembered()).isFalse();
  }

  @Test
  void a_mandatory_deletion_handler_asks_for_a_finalizer_and_for_nothing_to_be_remembered() {
    assertThat(interest(Specs.handler("bury", Reason.DELETE)))
        .isEqualTo(new Interest(false, true, false));
  }

  private Interest interest(HandlerSpec handler) {
    return Interest.of(
        List.of(handler),
        HandlingState.NONE,
        Essence.of(plain),
        new Candidate(plain, type -> plain));
  }
}
