package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.CustomResource;
import io.jopf.cause.Marks;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FailedConditionTest {

  private static final Marks MARKS = new Marks("op");
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-01-01T01:00:00Z");

  static class StatusWithConditions {
    public List<Condition> conditions = List.of();
  }

  static class StatusWithOthers {
    public String conditions = "";
  }

  static class WithConditions extends CustomResource<Void, StatusWithConditions> {}

  static class WithOthers extends CustomResource<Void, StatusWithOthers> {}

  static class WithoutStatus extends CustomResource<Void, Void> {}

  private static ObjectNode object(String status) throws JsonProcessingException {
    return (ObjectNode)
        Json.MAPPER.readTree(
            "{'metadata':{'generation':7},'status':STATUS}"
                .replace("STATUS", status)
                .replace('\'', '"'));
  }

  private static ObjectNode update(ObjectNode object, Map<String, String> failures, Instant now) {
    Changes changes = new Changes(object);
    FailedCondition.update(changes, object, MARKS, new TreeMap<>(failures), now);
    return changes.object();
  }

  @Test
  void only_a_status_with_a_list_of_conditions_has_a_place_for_it() {
    assertThat(FailedCondition.fits(WithConditions.class)).isTrue();
    assertThat(FailedCondition.fits(WithOthers.class)).isFalse();
    assertThat(FailedCondition.fits(WithoutStatus.class)).isFalse();
    assertThat(FailedCondition.fits(ConfigMap.class)).isFalse();
  }

  @Test
  void a_failure_is_told_with_all_handlers_that_gave_up_and_the_generation() throws Exception {
    JsonNode told =
        update(object("{}"), Map.of("open", "no key", "close", "no door"), THEN)
            .at("/status/conditions");

    assertThat(told).hasSize(1);
    assertThat(told.get(0).path("type").asText()).isEqualTo(MARKS.failed());
    assertThat(told.get(0).path("status").asText()).isEqualTo("True");
    assertThat(told.get(0).path("reason").asText()).isEqualTo("HandlerFailed");
    assertThat(told.get(0).path("message").asText()).isEqualTo("close: no door; open: no key");
    assertThat(told.get(0).path("observedGeneration").asLong()).isEqualTo(7);
    assertThat(Instant.parse(told.get(0).path("lastTransitionTime").asText())).isEqualTo(THEN);
  }

  @Test
  void nothing_is_written_where_nothing_has_failed_or_the_same_is_told_already() throws Exception {
    ObjectNode fresh = object("{}");
    assertThat(update(fresh, Map.of(), THEN)).isEqualTo(fresh);
    ObjectNode failed = update(fresh, Map.of("open", "no key"), THEN);
    assertThat(update(failed, Map.of("open", "no key"), LATER)).isEqualTo(failed);
  }

  @Test
  void another_message_is_told_without_another_transition() throws Exception {
    ObjectNode failed = update(object("{}"), Map.of("open", "no key"), THEN);
    JsonNode told = update(failed, Map.of("open", "no door"), LATER).at("/status/conditions/0");

    assertThat(told.path("message").asText()).isEqualTo("open: no door");
    assertThat(Instant.parse(told.path("lastTransitionTime").asText())).isEqualTo(THEN);
  }

  @Test
  void the_end_of_a_failure_is_told_once() throws Exception {
    ObjectNode failed = update(object("{}"), Map.of("open", "no key"), THEN);
    ObjectNode mended = update(failed, Map.of(), LATER);

    JsonNode told = mended.at("/status/conditions/0");
    assertThat(told.path("status").asText()).isEqualTo("False");
    assertThat(told.path("reason").asText()).isEqualTo("Succeeded");
    assertThat(Instant.parse(told.path("lastTransitionTime").asText())).isEqualTo(LATER);
    assertThat(update(mended, Map.of(), LATER.plusSeconds(1))).isEqualTo(mended);
  }

  @Test
  void conditions_of_others_stay_to_the_letter() throws Exception {
    ObjectNode object = object("{'conditions':[{'type':'Ready','mine':1},{'odd':true}]}");
    JsonNode told = update(object, Map.of("open", "no key"), THEN).at("/status/conditions");

    assertThat(told).hasSize(3);
    assertThat(told.get(0)).isEqualTo(object.at("/status/conditions/0"));
    assertThat(told.get(1)).isEqualTo(object.at("/status/conditions/1"));
  }

  @Test
  void a_handler_that_replaces_the_status_takes_nothing_of_its_history() throws Exception {
    ObjectNode failed = update(object("{}"), Map.of("open", "no key"), THEN);
    Changes changes = new Changes(failed);
    changes.status(Json.MAPPER.createObjectNode().put("all", "new"));
    FailedCondition.update(changes, failed, MARKS, Map.of("open", "no key"), LATER);

    JsonNode told = changes.object().at("/status/conditions/0");
    assertThat(Instant.parse(told.path("lastTransitionTime").asText())).isEqualTo(THEN);
  }
}
