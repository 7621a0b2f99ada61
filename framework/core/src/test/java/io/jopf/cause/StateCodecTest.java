package io.jopf.cause;

import static io.jopf.cause.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.Reason;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateCodecTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456789Z");

  @Test
  void a_state_with_everything_in_it_is_read_as_it_was_written() {
    HandlingState state =
        new HandlingState(
            "base",
            "begin",
            Map.of(
                "a", HandlerRecord.succeeded(Reason.CREATE, "base"),
                "b", HandlerRecord.failed(Reason.UPDATE, "begin", "über \"quotes\"", "before"),
                "c",
                    HandlerRecord.succeeded(Reason.UPDATE, "base")
                        .retried(Reason.DELETE, true, NOW, NOW.plusSeconds(5))
                        .retried(Reason.DELETE, false, NOW, NOW.plusSeconds(9))),
            Map.of("base", json("{'spec':{'n':1,'list':[1.5,null,'x']}}")));

    assertThat(StateCodec.read(StateCodec.write(state))).isEqualTo(state);
  }

  @Test
  void little_is_stored_for_an_object_that_all_have_dealt_with() {
    HandlingState state =
        new HandlingState("h", null, Map.of(), Map.of("h", json("{'spec':{'a':1}}")));

    assertThat(StateCodec.write(state))
        .isEqualTo("{\"baseline\":\"h\",\"essences\":{\"h\":{\"spec\":{\"a\":1}}}}");
  }

  @Test
  void a_record_leaves_out_what_is_not_there() {
    HandlingState state = HandlingState.NONE.with("a", HandlerRecord.succeeded(Reason.CREATE, "h"));

    assertThat(StateCodec.write(state))
        .isEqualTo("{\"handlers\":{\"a\":{\"handled\":\"h\",\"reason\":\"CREATE\"}}}");
  }

  @Test
  void up_to_8_kib_it_is_plain_and_above_it_is_compressed() {
    int frame = StateCodec.write(sized(0)).length();
    HandlingState largest = sized(8 * 1024 - frame);
    HandlingState larger = sized(8 * 1024 - frame + 1);

    assertThat(StateCodec.write(largest)).startsWith("{").hasSize(8 * 1024);
    assertThat(StateCodec.write(larger)).startsWith("gzip:").hasSizeLessThan(1024);
    assertThat(StateCodec.read(StateCodec.write(larger))).isEqualTo(larger);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "42",
        "\"text\"",
        "{\"handlers\":{\"a\":null}}",
        "gzip:",
        "gzip:***",
        "gzip:bm90IGd6aXA=",
        "{\"handlers\":7}"
      })
  void text_that_cannot_be_read_counts_as_no_state(String text) {
    assertThat(StateCodec.read(text)).isEqualTo(HandlingState.NONE);
  }

  @Test
  void what_a_later_version_adds_is_passed_over() {
    String text =
        "{'baseline':'h','news':1,'handlers':{'a':{'reason':'UPDATE','handled':'h','news':{}}}}"
            .replace('\'', '"');

    HandlingState state = StateCodec.read(text);

    assertThat(state.baseline()).isEqualTo("h");
    assertThat(state.handlers())
        .containsExactly(Map.entry("a", HandlerRecord.succeeded(Reason.UPDATE, "h")));
  }

  private static HandlingState sized(int length) {
    return new HandlingState(
        "h", null, Map.of(), Map.of("h", json("{'a':'" + "x".repeat(length) + "'}")));
  }
}
