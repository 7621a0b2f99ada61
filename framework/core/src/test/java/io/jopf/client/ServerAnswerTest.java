package io.jopf.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;

class ServerAnswerTest {

  private static KubernetesClientException refused(int code, String said) {
    Status status = new StatusBuilder().withCode(code).withMessage(said).build();
    return new KubernetesClientException(
        "Failure executing: POST at https://127.0.0.1/api. " + said, code, status);
  }

  @Test
  void the_servers_own_words_come_without_the_address() {
    assertThat(ServerAnswer.text(refused(403, "pods is forbidden"))).isEqualTo("pods is forbidden");
  }

  @Test
  void a_server_that_said_nothing_leaves_the_clients_message() {
    assertThat(ServerAnswer.text(new KubernetesClientException("timeout", 504, null)))
        .isEqualTo("timeout");
    assertThat(ServerAnswer.text(refused(500, ""))).startsWith("Failure executing: POST at");
  }

  @Test
  void a_failure_without_a_message_is_called_by_its_name() {
    assertThat(ServerAnswer.text(new IllegalStateException())).isEqualTo("IllegalStateException");
    assertThat(ServerAnswer.text(new IllegalStateException(" ")))
        .isEqualTo("IllegalStateException");
  }

  @Test
  void the_reason_of_a_failure_is_the_first_line_of_what_the_server_said() {
    Throwable failure = new IllegalStateException("no list", refused(403, "forbidden\nto all"));

    assertThat(Reason.of(failure)).isEqualTo("forbidden");
  }

  @Test
  void what_is_malformed_or_invalid_is_a_refusal_and_a_conflict_is_none() {
    assertThat(ServerAnswer.isRefusal(refused(400, "bad"))).isTrue();
    assertThat(ServerAnswer.isRefusal(refused(422, "invalid"))).isTrue();
    assertThat(ServerAnswer.isRefusal(refused(409, "conflict"))).isFalse();
  }
}
