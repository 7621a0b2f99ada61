package io.jopf.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * A shell that outlives this process: should it be killed without a chance to clean up, the shell
 * reads the end of its input, ends the processes it was told of and removes the directory.
 */
public final class Watchdog implements AutoCloseable {

  static final String SCRIPT =
      """
      trap '' HUP INT TERM
      directory=$1 pids=
      while read -r word value; do
        case $word in
          process) pids="$pids $value" ;;
          done) exit 0 ;;
        esac
      done
      [ -z "$pids" ] || kill -9 $pids 2>/dev/null
      rm -rf -- "$directory"
      """;

  private final BufferedWriter orders;

  private Watchdog(Process shell) {
    orders = shell.outputWriter();
  }

  /**
   * Starts it.
   *
   * @param directory to remove in the end
   */
  static Watchdog start(Path directory) {
    try {
      return new Watchdog(
          new ProcessBuilder("sh", "-c", SCRIPT, "jopf-demo-watchdog", directory.toString())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new DemoException("cannot start sh: " + e.getMessage(), e);
    }
  }

  /** Remembers a process. */
  public void watch(Process process) {
    tell("process " + process.pid());
  }

  /** There is nothing left to do for it. */
  @Override
  public void close() {
    tell("done");
  }

  private void tell(String order) {
    try {
      orders.write(order + "\n");
      orders.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
