package io.jopf.operator;

import io.jopf.client.StartupException;
import io.jopf.handler.IllegalHandlerException;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.Micronaut;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts an operator as a program. */
public final class JopfApplication {

  private static final Logger LOG = LoggerFactory.getLogger(JopfApplication.class);

  private JopfApplication() {}

  /**
   * Runs until the process is told to stop. A start that fails for a reason that the caller can
   * mend prints one line on standard error and ends the process with code 1.
   *
   * @param application the class with the main method; its package is where beans are looked for
   * @param arguments the command line
   */
  public static void run(Class<?> application, String... arguments) {
    try {
      ApplicationContext context =
          Micronaut.build(arguments).mainClass(application).banner(false).start();
      if (!context.containsBean(EmbeddedApplication.class)) {
        stayWithoutServer(context);
      }
    } catch (RuntimeException e) {
      Optional<String> reason = mendable(e);
      if (reason.isEmpty()) {
        LOG.error("the operator cannot start", e);
      }
      System.err.println("error: " + reason.orElse(e.toString()));
      System.exit(1);
    }
  }

  /** With a server Micronaut does this; without one it would end the program at once. */
  private static void stayWithoutServer(ApplicationContext context) {
    Runtime.getRuntime().addShutdownHook(new Thread(context::close, "jopf-stop"));
    CountDownLatch never = new CountDownLatch(1);
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> mendable(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartupException || cause instanceof IllegalHandlerException) {
        return Optional.ofNullable(cause.getMessage());
      }
    }
    return e instanceof ConfigurationException
        ? Optional.ofNullable(e.getMessage())
        : Optional.empty();
  }
}
