package io.jopf.jupyter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.ObjectKey;
import io.jopf.jupyter.life.ServerClient;
import io.jopf.jupyter.objects.Token;
import io.jopf.time.Time;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Servers of notebooks that say what a test wants, on the test's clock. */
@Singleton
@Primary
@Requires(property = "test.servers")
class ServersOfTest implements ServerClient {

  /** Who was asked, and with which token. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** Of the one kernel; empty for a server that does not answer. */
  volatile Optional<String> kernel = Optional.of("idle");

  private final Instant started;

  ServersOfTest(Time time) {
    this.started = time.now();
  }

  @Override
  public Optional<JsonNode> get(ObjectKey notebook, Token token, String path) throws IOException {
    asked.add(notebook.name() + " " + token.value());
    String state = kernel.orElseThrow(() -> new IOException("no route to host"));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("last_activity", started.toString()).put("execution_state", state);
    if (path.startsWith("api/terminals")) {
      return Optional.empty();
    }
    return Optional.of(
        path.startsWith("api/kernels") ? JsonNodeFactory.instance.arrayNode().add(answer) : answer);
  }
}
