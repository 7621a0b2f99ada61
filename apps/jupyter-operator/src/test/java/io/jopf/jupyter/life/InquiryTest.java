package io.jopf.jupyter.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jopf.ObjectKey;
import io.jopf.jupyter.life.Activity.Use;
import io.jopf.jupyter.objects.Token;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final String LONG_AGO = "2026-11-01T08:30:00.123456Z";
  private static final String JUST_NOW = "2026-11-01T12:30:00.123456Z";

  private final Map<String, String> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void nothingIsGoingOn() {
    answers.put("api/status", status(LONG_AGO));
    answers.put("api/kernels", "[]");
    answers.put("api/terminals", "[]");
  }

  @Test
  void a_server_where_nothing_was_done_is_idle() throws Exception {
    answers.put("api/kernels", "[" + kernel("idle", 0) + "," + kernel("starting", 0) + "]");

    assertThat(ask(false)).isEqualTo(new Activity(Use.IDLE, Instant.parse(LONG_AGO)));
  }

  @Test
  void a_server_that_says_it_is_active_is_asked_nothing_that_it_could_take_for_activity()
      throws Exception {
    answers.put("api/status", status(JUST_NOW));

    assertThat(ask(false)).isEqualTo(new Activity(Use.ACTIVE, Instant.parse(JUST_NOW)));
    assertThat(asked).containsExactly("api/status");
  }

  @Test
  void our_own_questions_are_not_to_count_as_activity() throws Exception {
    ask(false);

    assertThat(asked)
        .containsExactly(
            "api/status", "api/kernels?no_track_activity=1", "api/terminals?no_track_activity=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"busy", "restarting", "autorestarting", "unknown", "", "something-new"})
  void a_kernel_at_work_is_never_idle(String state) throws Exception {
    answers.put("api/kernels", "[" + kernel("idle", 0) + "," + kernel(state, 0) + "]");

    assertThat(ask(true).use()).isEqualTo(Use.BUSY);
  }

  @Test
  void a_connected_kernel_counts_unless_it_is_not_to() throws Exception {
    answers.put("api/kernels", "[" + kernel("idle", 1) + "]");

    assertThat(ask(false).use()).isEqualTo(Use.CONNECTED);
    assertThat(ask(true).use()).isEqualTo(Use.IDLE);
  }

  @Test
  void what_is_done_in_a_terminal_counts() throws Exception {
    answers.put("api/terminals", "[{\"name\": \"1\", \"last_activity\": \"" + JUST_NOW + "\"}]");

    assertThat(ask(true)).isEqualTo(new Activity(Use.ACTIVE, Instant.parse(JUST_NOW)));
  }

  @Test
  void an_open_terminal_counts_though_it_is_silent_unless_it_is_not_to() throws Exception {
    answers.put("api/terminals", "[{\"name\": \"1\", \"last_activity\": \"" + LONG_AGO + "\"}]");

    assertThat(ask(false).use()).isEqualTo(Use.CONNECTED);
    assertThat(ask(true).use()).isEqualTo(Use.IDLE);
  }

  @Test
  void a_kernel_that_has_just_begun_to_start_is_active() throws Exception {
    answers.put("api/kernels", "[" + kernel("starting", 0).replace(LONG_AGO, JUST_NOW) + "]");

    assertThat(ask(true).use()).isEqualTo(Use.ACTIVE);
  }

  @Test
  void a_server_without_terminals_has_none() throws Exception {
    answers.remove("api/terminals");

    assertThat(ask(false).use()).isEqualTo(Use.IDLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api/status", "api/kernels"})
  void what_is_not_answered_is_not_guessed(String path) {
    answers.remove(path);

    assertThatThrownBy(() -> ask(false)).isInstanceOf(IOException.class).hasMessageContaining(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", "{\"last_activity\": \"yesterday\"}", "{\"last_activity\": 7}"})
  void what_cannot_be_read_is_not_guessed(String status) {
    answers.put("api/status", status);

    assertThatThrownBy(() -> ask(false)).isInstanceOf(IOException.class);
  }

  private Activity ask(boolean connected) throws IOException, InterruptedException {
    ObjectMapper json = new ObjectMapper();
    ServerClient client =
        (notebook, token, path) -> {
          asked.add(path);
          String answer = answers.get(path.replaceFirst("\\?.*", ""));
          return answer == null ? Optional.<JsonNode>empty() : Optional.of(json.readTree(answer));
        };
    return new Inquiry(client).ask(new ObjectKey("dm", "nb"), new Token("t"), NOON, connected);
  }

  private static String status(String last) {
    return "{\"connections\": 0, \"kernels\": 0, \"last_activity\": \"" + last + "\"}";
  }

  private static String kernel(String state, int connections) {
    return "{\"id\": \"1\", \"execution_state\": \"%s\", \"connections\": %d, \"last_activity\": \"%s\"}"
        .formatted(state, connections, LONG_AGO);
  }
}
