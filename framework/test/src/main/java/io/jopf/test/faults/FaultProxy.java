package io.jopf.test.faults;

import io.fabric8.kubernetes.client.Config;
import io.jopf.test.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Stands between an operator and its API server, on 127.0.0.1. A test of an operator that has one
 * as parameter gets its operator behind it.
 */
public final class FaultProxy implements AutoCloseable {

  /** Every resource. */
  public static final String ANY = "*";

  private static final int BACKLOG = 256;
  private static final int DESCRIBED = 50;

  private final Upstream upstream;
  private final ServerSocket listener;
  private final Credentials credentials;
  private final Rules rules = new Rules();
  private final Journal journal = new Journal();
  private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();
  private final List<OpenWatch> watches = new CopyOnWriteArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "fault-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean down;

  private FaultProxy(Upstream upstream, ServerSocket listener, String namespace) {
    this.upstream = upstream;
    this.listener = listener;
    this.credentials = new Credentials(url(listener), namespace);
  }

  /** Starts one in front of a cluster. */
  public static FaultProxy inFrontOf(Cluster cluster) {
    try {
      ServerSocket listener =
          new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
      FaultProxy proxy =
          new FaultProxy(
              Upstream.of(cluster.client().getConfiguration()), listener, cluster.namespace());
      proxy.execute(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(ServerSocket listener) {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /**
   * Chooses requests.
   *
   * @param resource the plural with its subresource, as in {@code things} or {@code things/status}
   *     (which are not the same), {@link #ANY}, or a path as in {@code /version}
   */
  public Requests on(Verb verb, String resource) {
    return new Requests(
        rules,
        request ->
            request.verb() == verb
                && (resource.equals(ANY) || request.resource().equals(resource)));
  }

  /** Chooses all requests. */
  public Requests onAll() {
    return new Requests(rules, request -> true);
  }

  /** The watches of a resource in all namespaces. */
  public WatchFaults watches(String resource) {
    return new WatchFaults(
        resource,
        watches,
        on(Verb.WATCH, resource),
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, threads));
  }

  /** The API server is gone: connections are reset, new ones as soon as they are made. */
  public void down() {
    down = true;
    connections.forEach(ClientConnection::reset);
  }

  /** The API server is back, as it was. */
  public void up() {
    down = false;
  }

  /** From now on the operator's token is answered with 401. */
  public void expireToken() {
    credentials.expire();
  }

  /** Writes a new token, which is good, into the kubeconfig. */
  public void renewToken() {
    credentials.renew();
  }

  /** Ends all faults. */
  public void clear() {
    rules.clear();
    up();
  }

  /** What was asked so far, in the order of the answers; of very many the last ones. */
  public List<Exchange> exchanges() {
    return journal.select(request -> true);
  }

  /** What was asked so far about a resource, as in {@link #on}. */
  public List<Exchange> exchanges(Verb verb, String resource) {
    return journal.select(request -> request.is(verb, resource));
  }

  /** All that changed something, or would have. */
  public List<Exchange> writes() {
    return journal.select(request -> request.verb().isWrite());
  }

  /** The last exchanges, one a line with the time, for the failure of a test. */
  public String describe() {
    List<Exchange> all = exchanges();
    return all.stream()
        .skip(Math.max(0, all.size() - DESCRIBED))
        .map(exchange -> exchange.at() + " " + exchange)
        .collect(Collectors.joining("\n", "The operator asked and was answered:\n", ""));
  }

  /** How many connections the operator has at present. */
  public int connections() {
    return connections.size();
  }

  /** A file with which any client or process goes this way, with all rights. */
  public Path kubeconfig() {
    return credentials.file();
  }

  /** The configuration of a client that goes this way. */
  public Config config() {
    return Config.fromKubeconfig(kubeconfig().toFile());
  }

  @Override
  public void close() {
    down();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
    credentials.forget();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        ClientConnection connection = new ClientConnection(this, new Link(socket));
        connections.add(connection);
        if (down) {
          connection.reset();
          connections.remove(connection);
        } else {
          execute(connection);
        }
      } catch (IOException | RejectedExecutionException e) {
        // the listener's end, or a client that has gone already
      }
    }
  }

  void execute(Runnable task) {
    threads.execute(task);
  }

  void ended(ClientConnection connection) {
    connections.remove(connection);
  }

  void opened(OpenWatch watch) {
    watches.add(watch);
  }

  void closed(OpenWatch watch) {
    watches.remove(watch);
  }

  Upstream upstream() {
    return upstream;
  }

  Credentials credentials() {
    return credentials;
  }

  Rules rules() {
    return rules;
  }

  Journal journal() {
    return journal;
  }
}
