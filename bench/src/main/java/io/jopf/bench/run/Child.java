package io.jopf.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that ends when it is closed, at the latest together with this one. */
public final class Child implements AutoCloseable {

  private final Process process;
  private final Thread reaper;

  private Child(Process process) {
    this.process = process;
    this.reaper = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * Starts a process.
   *
   * @param environment added to our own
   * @param output where standard output and standard error go
   */
  public static Child start(List<String> command, Map<String, String> environment, Path output) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    try {
      return new Child(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process' number. */
  public long pid() {
    return process.pid();
  }

  /** Processor time used so far, in milliseconds. */
  public double cpuMs() {
    return process.info().totalCpuDuration().orElseThrow().toMillis();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits for the end.
   *
   * @return the exit code
   * @throws IllegalStateException when it is still running after that many seconds
   */
  public int await(int seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        throw new IllegalStateException("still running after " + seconds + " s");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks the process to end, as a kubelet does it. */
  public void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    await(30);
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException e) {
      // this process is ending, and the hook with it
    }
  }
}
