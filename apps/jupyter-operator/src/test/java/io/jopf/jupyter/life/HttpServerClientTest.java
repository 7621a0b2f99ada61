package io.jopf.jupyter.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jopf.ObjectKey;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.settings.InvalidSettingException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerClientTest {

  private static final ObjectKey NOTEBOOK = new ObjectKey("dm", "nb");
  private static final Token TOKEN = new Token("s3cret");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int code = 200;
  private volatile String body = "{\"kernels\": 2}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] text = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(code, text.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(text);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway:8888", "ftp://gateway", "http://{name} .svc"})
  void what_is_no_address_is_told_by_the_name_of_its_variable(String address) {
    assertThatThrownBy(() -> new HttpServerClient(address))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "JO_SERVER_ADDRESS is '%s': need an address such as"
                + " http://{name}.{namespace}.svc:8888",
            address);
  }

  @Test
  void without_an_address_it_is_the_notebooks_service_that_is_asked() {
    assertThat(new HttpServerClient(" ").uri(NOTEBOOK, "api/status"))
        .hasToString("http://nb.dm.svc:8888/nb/api/status");
  }

  private HttpServerClient client() {
    return new HttpServerClient(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/{namespace}/{name}");
  }

  @Test
  void it_asks_below_the_notebooks_path_with_the_token_in_a_header() throws Exception {
    assertThat(client().get(NOTEBOOK, TOKEN, "api/status").orElseThrow().path("kernels").asInt())
        .isEqualTo(2);
    assertThat(asked).containsExactly("/dm/nb/nb/api/status token s3cret");
  }

  @Test
  void what_is_not_there_is_empty() throws Exception {
    code = 404;

    assertThat(client().get(NOTEBOOK, TOKEN, "api/terminals")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 403, 500})
  void any_other_answer_is_none(int answer) {
    code = answer;

    assertThatThrownBy(() -> client().get(NOTEBOOK, TOKEN, "api/status"))
        .isInstanceOf(IOException.class)
        .hasMessage("api/status was answered with " + answer)
        .hasMessageNotContaining("s3cret");
    assertThat(asked).hasSize(1);
  }

  @Test
  void an_endless_answer_is_not_read_to_its_end() {
    body = "[" + "1,".repeat(1 << 20) + "1]";

    assertThatThrownBy(() -> client().get(NOTEBOOK, TOKEN, "api/status"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than");
  }

  @Test
  void what_is_no_json_is_no_answer() {
    body = "<html>";

    assertThatThrownBy(() -> client().get(NOTEBOOK, TOKEN, "api/status"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_server_that_is_not_there_does_not_answer() {
    server.stop(0);

    assertThatThrownBy(() -> client().get(NOTEBOOK, TOKEN, "api/status"))
        .isInstanceOf(IOException.class);
  }
}
