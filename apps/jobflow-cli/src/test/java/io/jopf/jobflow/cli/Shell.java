package io.jopf.jobflow.cli;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.jopf.test.Cluster;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Runs commands of the command line in this process. */
final class Shell {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:02:05Z"), ZoneOffset.UTC);

  private final Session.Connector connector;
  private String input = "";

  private Shell(Session.Connector connector) {
    this.connector = connector;
  }

  /** What a command left. */
  record Done(int code, String out, String err) {}

  static Shell on(Cluster cluster) {
    return new Shell(options -> client(cluster));
  }

  /** With kubeconfigs, as people use it. */
  static Shell byKubeconfig() {
    return new Shell(new Connection());
  }

  static Shell withoutCluster() {
    return new Shell(
        options -> {
          throw new CliException("this should not need a cluster");
        });
  }

  private static KubernetesClient client(Cluster cluster) {
    return new KubernetesClientBuilder().withConfig(cluster.client().getConfiguration()).build();
  }

  Shell given(String text) {
    input = text;
    return this;
  }

  Done run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int code =
        Main.run(
            new Session(new PrintWriter(out), new PrintWriter(err), in, CLOCK, connector), words);
    return new Done(code, out.toString(), err.toString());
  }
}
