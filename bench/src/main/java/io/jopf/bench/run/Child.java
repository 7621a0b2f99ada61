package io.jopf.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process that ends when it is closed, at the latest together with this one. */
public final class Child implements AutoCloseable {

  /** One line per generation, where there are several; what is no heap tells no total. */
  private static final Pattern USED = Pattern.compile("(?:total|committed) \\d+K, used (\\d+)K");

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

  /**
   * Megabytes of heap that a Java process has in use after a full collection, as {@code jcmd} tells
   * it.
   */
  public double heapMb() {
    jcmd("GC.run");
    return usedMb(jcmd("GC.heap_info"));
  }

  static double usedMb(String heapInfo) {
    List<Long> used =
        USED.matcher(heapInfo).results().map(part -> Long.valueOf(part.group(1))).toList();
    if (used.isEmpty()) {
      throw new IllegalStateException("jcmd does not tell how much heap is used: " + heapInfo);
    }
    return used.stream().mapToLong(Long::longValue).sum() / 1024.0;
  }

  private String jcmd(String what) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process asked = new ProcessBuilder(jcmd, Long.toString(pid()), what).start();
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
