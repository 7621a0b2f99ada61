package io.jopf.demo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class ReasonsTest {

  @Test
  void what_the_server_answered_comes_first() {
    Throwable failure =
        new KubernetesClientException(
            "Failure executing: POST at ...",
            403,
            new StatusBuilder().withMessage("nodes is forbidden\nfor you").build());

    assertThat(Reasons.of(failure)).isEqualTo("nodes is forbidden");
  }

  @Test
  void else_the_deepest_cause_that_says_something() {
    Throwable failure =
        new KubernetesClientException(
            "Operation failed", new IOException("GOAWAY received", new IOException()));

    assertThat(Reasons.of(failure)).isEqualTo("GOAWAY received");
  }

  @Test
  void a_connection_that_fails_without_a_word_is_named() {
    Throwable failure =
        new KubernetesClientException(
            "Operation failed", new IOException(null, new ConnectException()));

    assertThat(Reasons.of(failure)).isEqualTo("no connection");
  }

  @Test
  void a_failure_without_any_word_is_named_by_its_class() {
    assertThat(Reasons.of(new IllegalStateException())).isEqualTo("IllegalStateException");
  }
}
