package io.jopf.test.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/** A connection of the operator, served request by request. */
final class ClientConnection implements Runnable {

  private static final int CONTINUE_MAX = 199;
  private static final int SWITCHING = 101;
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final FaultProxy proxy;
  private final Link client;
  private volatile @Nullable Link server;

  ClientConnection(FaultProxy proxy, Link client) {
    this.proxy = proxy;
    this.client = client;
  }

  @Override
  public void run() {
    try {
      boolean more = true;
      while (more) {
        Head head = Head.read(client.in());
        more = head != null && serve(head);
      }
    } catch (IOException e) {
      // without an answer, as the operator is to notice
      client.reset();
    } finally {
      close();
      proxy.ended(this);
    }
  }

  /** Ends both sides, from any thread. */
  void reset() {
    client.reset();
    Link upstream = server;
    if (upstream != null) {
      upstream.close();
    }
  }

  private void close() {
    client.close();
    Link upstream = server;
    if (upstream != null) {
      upstream.close();
    }
  }

  private boolean serve(Head head) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Body.ofRequest(head, client.in(), body::write);
    Request request = Request.parse(head.method(), head.target());
    if (proxy.credentials().isExpired(head.field("Authorization"))) {
      proxy.journal().add(request, UNAUTHORIZED);
      client.send(Answer.bytes(UNAUTHORIZED, Answer.status(UNAUTHORIZED), null));
      return true;
    }
    Fault fault = proxy.rules().striking(request);
    Fault.Effect effect = Fault.Effect.PASS;
    if (fault != null) {
      effect = fault.effect();
    }
    if (fault != null && effect != Fault.Effect.PASS_LATE) {
      fault.prepare();
    }
    if (fault != null && effect == Fault.Effect.ANSWER) {
      proxy.journal().add(request, fault.code());
      client.send(fault.answer());
      return true;
    }
    if (client.isClosed()) {
      throw new IOException("the server went down meanwhile");
    }
    if (effect == Fault.Effect.DROP) {
      proxy.journal().add(request, 0);
      throw new IOException("dropped");
    }
    head.set("Host", proxy.upstream().host() + ":" + proxy.upstream().port());
    // what is compressed could not be cut between events
    head.remove("Sec-WebSocket-Extensions");
    if (Credentials.isOurs(head.field("Authorization"))) {
      head.set("Authorization", Credentials.bearer(proxy.upstream().token()));
    }
    return forward(request, head, body.toByteArray(), fault);
  }

  private boolean forward(Request request, Head head, byte[] body, @Nullable Fault fault)
      throws IOException {
    Fault.Effect effect = fault == null ? Fault.Effect.PASS : fault.effect();
    boolean isWatch = request.verb() == Verb.WATCH;
    Link upstream = server;
    Head answer;
    Object passed = proxy.journal().opened();
    try {
      answer = upstream == null ? null : ask(upstream, head, body);
      if (upstream == null || answer == null) {
        // a connection that has been idle for long may have been closed meanwhile
        upstream = new Link(proxy.upstream().connect());
        server = upstream;
        answer = ask(upstream, head, body);
      }
      if (answer == null) {
        throw new EOFException("no answer of the API server");
      }
      proxy.journal().add(request, isWatch && answer.code() == SWITCHING ? OK : answer.code());
    } finally {
      proxy.journal().closed(passed);
    }
    if (effect == Fault.Effect.DROP_ANSWER) {
      Body.ofAnswer(head.method(), answer, upstream.in(), part -> {});
      throw new IOException("the answer is dropped");
    }
    if (fault != null && effect == Fault.Effect.PASS_LATE) {
      fault.prepare();
    }
    client.send(answer.bytes());
    if (answer.code() == SWITCHING || (isWatch && answer.code() == OK)) {
      OpenWatch watch = new OpenWatch(request, client, answer.code() == SWITCHING);
      if (effect == Fault.Effect.END_AT_ONCE) {
        watch.end();
      }
      new Tunnel(proxy, watch, client, upstream).run(answer);
      return false;
    }
    boolean more = Body.ofAnswer(head.method(), answer, upstream.in(), client::send);
    if (!more) {
      upstream.close();
      server = null;
    }
    return more;
  }

  /** The answer's head; null if the server has closed the connection instead. */
  private static @Nullable Head ask(Link upstream, Head head, byte[] body) throws IOException {
    try {
      upstream.send(head.bytes());
      upstream.send(body);
      Head answer = Head.read(upstream.in());
      while (answer != null && answer.code() <= CONTINUE_MAX && answer.code() != SWITCHING) {
        answer = Head.read(upstream.in());
      }
      return answer;
    } catch (SocketException e) {
      return null;
    }
  }
}
