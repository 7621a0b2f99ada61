package io.jopf.test.simulated;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.fabric8.mockwebserver.dsl.MockServerExpectation;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.internal.MockDispatcher;
import io.fabric8.mockwebserver.internal.SimpleRequest;
import io.jopf.test.simulated.api.ApiServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** fabric8's mock server with the API server behind prepared answers; plain HTTP on loopback. */
final class MockServer {

  /** The server records each request for ever; nobody asks for them here. */
  private static final int RECORDED = 1_000;

  /** Else a line per request; kept, since loggers without a reference forget their level. */
  private static final Logger LOGGER = Logger.getLogger(MockWebServer.class.getName());

  private final KubernetesMockServer server;

  MockServer(ApiServer api, int port) {
    LOGGER.setLevel(Level.WARNING);
    MockWebServer web = new MockWebServer();
    // the JDK's client offers an upgrade to HTTP/2, which the server then does badly
    web.setHttp2ClearTextEnabled(false);
    Map<ServerRequest, Queue<ServerResponse>> prepared = new ConcurrentHashMap<>();
    Dispatcher dispatcher = new PreparedFirst(web, prepared, api);
    server =
        new KubernetesMockServer(new Context(new ObjectMapper()), web, prepared, dispatcher, false);
    try {
      server.start(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port);
      // it prepares an answer about its version; ours is the API server's
      server.clearExpectations();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  MockServerExpectation expect() {
    return server.expect();
  }

  void close() {
    server.shutdown();
  }

  private static final class PreparedFirst extends Dispatcher {
    private final MockWebServer web;
    private final Map<ServerRequest, Queue<ServerResponse>> prepared;
    private final MockDispatcher preparedAnswers;
    private final ApiServer api;
    private final AtomicInteger requests = new AtomicInteger();

    PreparedFirst(
        MockWebServer web, Map<ServerRequest, Queue<ServerResponse>> prepared, ApiServer api) {
      this.web = web;
      this.prepared = prepared;
      this.preparedAnswers = new MockDispatcher(prepared);
      this.api = api;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      if (requests.incrementAndGet() % RECORDED == 0) {
        web.reset();
      }
      Queue<ServerResponse> answers =
          prepared.get(new SimpleRequest(request.method(), request.getPath()));
      return answers == null || answers.isEmpty()
          ? api.dispatch(request)
          : preparedAnswers.dispatch(request);
    }

    @Override
    public void shutdown() {
      api.shutdown();
    }

    @Override
    public void releaseResources() {
      preparedAnswers.releaseResources();
    }
  }
}
