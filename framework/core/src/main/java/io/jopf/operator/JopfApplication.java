package io.jopf.operator;

import io.jopf.StartupException;
import io.jopf.handler.IllegalHandlerException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.Micronaut;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts an operator as a program. */
public final class JopfApplication {

  private static final Logger LOG = LoggerFactory.getLogger(JopfApplication.class);

  private JopfApplication() {}

  /**
   * Runs until the process is told to stop; its exit code is 0 then. A start that fails for a
   * reason that the caller can mend prints one line on standard error and ends the process with
   * code 1; any other failure is logged with its cause as well.
   *
   * @param application the class with the main method; its package is where beans are looked for
   * @param arguments the command line
   */
  public static void run(Class<?> application, String... arguments) {
    Termination.isSuccess();
    Micronaut micronaut =
        new Micronaut() {
          @Override
          protected void handleStartupException(Environment environment, Throwable failure) {
            fail(failure);
          }
        };
    ApplicationContext context =
        micronaut.args(arguments).mainClass(application).banner(false).start();
    if (!context.containsBean(EmbeddedApplication.class)) {
      // with a server Micronaut does this; without one it would end the program at once
      stay(() -> context);
    }
  }

  /**
   * Runs a program that makes a context of its own, until the process is told to stop. Closes the
   * context then; the exit code is 0.
   *
   * @param start starts the context
   */
  public static void stay(Supplier<ApplicationContext> start) {
    Termination.isSuccess();
    ApplicationContext context = start.get();
    Runtime.getRuntime().addShutdownHook(new Thread(context::close, "jopf-stop"));
    CountDownLatch never = new CountDownLatch(1);
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void fail(Throwable failure) {
    Optional<String> reason = mendable(failure);
    if (reason.isEmpty()) {
      LOG.error("the operator cannot start", failure);
    }
    System.err.println("error: " + reason.orElseGet(() -> unexpected(failure)));
    System.exit(1);
  }

  private static Optional<String> mendable(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> sentence(cause).stream())
        .findFirst();
  }

  private static String unexpected(Throwable failure) {
    String firstLine = failure.toString().lines().findFirst().orElse("");
    return "the operator cannot start (" + firstLine + "): the log tells more";
  }

  private static Optional<String> sentence(Throwable cause) {
    if (cause instanceof StartupException || cause instanceof IllegalHandlerException) {
      return Optional.ofNullable(cause.getMessage());
    }
    return cause instanceof BindException
        ? Optional.of("the HTTP port is taken: set MICRONAUT_SERVER_PORT to a free one")
        : Optional.empty();
  }
}
