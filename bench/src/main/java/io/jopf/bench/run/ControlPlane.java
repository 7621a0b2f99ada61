package io.jopf.bench.run;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real API server with its controllers; see {@code hack/control-plane}. */
public final class ControlPlane implements AutoCloseable {

  private static final String READY = "ready ";

  private final Process process;
  private final Path kubeconfig;

  private ControlPlane(Process process, Path kubeconfig) {
    this.process = process;
    this.kubeconfig = kubeconfig;
  }

  /**
   * Starts one and waits until it is ready.
   *
   * @param binary what {@code hack/control-plane/build} printed
   * @param directory absent or empty
   * @param flags of its command "run"
   */
  public static ControlPlane start(Path binary, Path directory, String... flags) {
    List<String> command = new ArrayList<>(List.of(binary.toString(), "run"));
    command.addAll(List.of(flags));
    command.add(directory.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(directory.resolveSibling(directory.getFileName() + ".log").toFile());
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      String line = output.readLine();
      if (line == null || !line.startsWith(READY)) {
        throw new IllegalStateException("no control plane, see " + builder.redirectError().file());
      }
      return new ControlPlane(process, Path.of(line.substring(READY.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The administrator's. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  /** A client for the administrator; the caller closes it. */
  public KubernetesClient connect() {
    Config config = Config.fromKubeconfig(kubeconfig.toFile());
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  @Override
  public void close() {
    stop(process);
  }

  /** The end of its standard input ends it. */
  private static void stop(Process process) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
