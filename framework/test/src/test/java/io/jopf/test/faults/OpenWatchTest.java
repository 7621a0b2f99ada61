package io.jopf.test.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class OpenWatchTest {

  @Test
  void a_watch_that_the_client_has_ended_can_be_ended_but_tells_nothing_any_more()
      throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      Link link = new Link(accepted);
      OpenWatch watch =
          new OpenWatch(Request.parse("GET", "/api/v1/configmaps?watch=true"), link, true);
      assertThat(client.isConnected()).isTrue();
      link.close();

      assertThatThrownBy(() -> watch.event("{}")).isInstanceOf(UncheckedIOException.class);
      assertThatCode(watch::end).doesNotThrowAnyException();
    }
  }
}
