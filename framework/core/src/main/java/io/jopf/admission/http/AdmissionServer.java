package io.jopf.admission.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.jopf.StartupException;
import io.jopf.admission.tls.ServingKeys;
import io.micronaut.scheduling.LoomSupport;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens. */
public final class AdmissionServer implements AutoCloseable {

  private static final int THREADS = 32;
  private static final int IDLE_THREAD_SECONDS = 30;

  private final HttpsServer server;
  private final Endpoint endpoint;

  /**
   * Starts to listen.
   *
   * @param address where; port 0 for any that is free
   * @throws StartupException if that is not possible
   */
  public AdmissionServer(InetSocketAddress address, ServingKeys keys, Endpoint endpoint) {
    this.endpoint = endpoint;
    tune();
    try {
      server = HttpsServer.create(address, 0);
    } catch (BindException e) {
      throw new StartupException(
          "the port " + address.getPort() + " is taken: set jopf.admission.port to a free one", e);
    } catch (IOException e) {
      throw new StartupException("admission handlers cannot be served at " + address, e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
    server.createContext("/", endpoint);
    server.setExecutor(executor());
    server.start();
  }

  /** Properties of the JDK's server, read when its first instance is made. */
  private static void tune() {
    // longer than API servers keep a connection: it is they who close it, never in mid-request
    setUnlessSet("sun.net.httpserver.idleInterval", "150");
    // answers are small, and somebody waits for them
    setUnlessSet("sun.net.httpserver.nodelay", "true");
    setUnlessSet("sun.net.httpserver.maxReqTime", "60");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static Executor executor() {
    if (LoomSupport.isSupported()) {
      ThreadFactory virtual = LoomSupport.newVirtualThreadFactory("jopf-admission-");
      return work -> virtual.newThread(work).start();
    }
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_THREAD_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "jopf-admission-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** The port, as it was chosen. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Answers what is in hand, then ends. Until then new requests are answered too. */
  @Override
  public void close() {
    endpoint.awaitIdle();
    server.stop(0);
  }
}
