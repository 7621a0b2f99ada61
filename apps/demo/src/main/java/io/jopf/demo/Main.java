package io.jopf.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/** Starts the demo. */
public final class Main {

  private static final int WRONG = 1;
  private static final int USAGE = 2;

  private Main() {}

  /** Ends with 0 if every example ended as documented, 2 for a wrong command line, else 1. */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (DemoException e) {
      System.err.println("error: " + e.getMessage());
      return USAGE;
    }
    if (options.help()) {
      return help();
    }
    return run(options);
  }

  private static int help() {
    try (InputStream text = Main.class.getResourceAsStream("usage.txt")) {
      Objects.requireNonNull(text, "usage.txt").transferTo(System.out);
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(Options options) {
    Cleanup cleanup = new Cleanup();
    Runtime.getRuntime().addShutdownHook(new Thread(cleanup::close, "jopf-demo-cleanup"));
    try {
      return new Demo(options, cleanup).run() ? 0 : WRONG;
    } catch (DemoException | CancellationException e) {
      return failed(cleanup, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return WRONG;
    } catch (RuntimeException e) {
      return failed(cleanup, new DemoException("unexpected: " + e, e));
    } finally {
      cleanup.close();
    }
  }

  /** What fails while the demo is being interrupted is no news. */
  private static int failed(Cleanup cleanup, RuntimeException e) {
    if (!cleanup.isClosed()) {
      cleanup.close();
      System.err.println("error: " + e.getMessage());
    }
    return WRONG;
  }
}
