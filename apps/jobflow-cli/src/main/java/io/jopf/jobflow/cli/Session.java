package io.jopf.jobflow.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What surrounds one command: its outputs, its clock and its way to a cluster. */
final class Session implements AutoCloseable {

  /** Connects to a cluster. */
  interface Connector {

    /**
     * A client, with the namespace to use as its own.
     *
     * @throws CliException if it is not known how
     */
    KubernetesClient connect(ClusterOptions options);
  }

  private final PrintWriter out;
  private final PrintWriter err;
  private final InputStream in;
  private final Clock clock;
  private final Connector connector;
  private @Nullable KubernetesClient client;

  Session(PrintWriter out, PrintWriter err, InputStream in, Clock clock, Connector connector) {
    this.out = out;
    this.err = err;
    this.in = in;
    this.clock = clock;
    this.connector = connector;
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  InputStream in() {
    return in;
  }

  Clock clock() {
    return clock;
  }

  /** The cluster that the options name; connected once. */
  KubernetesClient client(ClusterOptions options) {
    KubernetesClient there = client;
    if (there == null) {
      there = connector.connect(options);
      client = there;
    }
    return there;
  }

  @Override
  public void close() {
    out.flush();
    err.flush();
    if (client != null) {
      client.close();
    }
  }
}
