package io.jopf.demo.operator;

import io.jopf.demo.Cleanup;
import io.jopf.demo.DemoException;
import io.jopf.demo.Watchdog;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Both operators. */
public final class Operators {

  private static final List<String> NAMES = List.of("jobflow-operator", "jupyter-operator");
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final int POLL_MILLIS = 50;

  private final List<OperatorProcess> processes = new ArrayList<>();

  private Operators() {}

  /** Starts them. */
  public static Operators start(Settings settings, Watchdog watchdog, Cleanup cleanup) {
    Operators operators = cleanup.acquire(Operators::new, Operators::stop);
    for (String name : NAMES) {
      cleanup.acquire(
          () -> {
            OperatorProcess process = OperatorProcess.start(name, settings);
            operators.processes.add(process);
            watchdog.watch(process.process());
            return process;
          },
          OperatorProcess::stop);
    }
    return operators;
  }

  /** Waits until they say that they work. */
  public void awaitReady() throws InterruptedException {
    HttpClient http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    long start = System.nanoTime();
    for (OperatorProcess process : processes) {
      while (!process.isReady(http)) {
        checkAlive();
        if (System.nanoTime() - start > START.toNanos()) {
          throw new DemoException(
              process.name()
                  + " is not ready after "
                  + START.toSeconds()
                  + " s. "
                  + process.lastLines());
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    }
  }

  /**
   * Looks after them.
   *
   * @throws DemoException if one has died
   */
  public void checkAlive() throws InterruptedException {
    for (OperatorProcess process : processes) {
      process.checkAlive();
    }
  }

  private void stop() {
    processes.forEach(OperatorProcess::stop);
    processes.forEach(process -> process.awaitEnd(STOP));
  }
}
