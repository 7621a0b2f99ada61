package bench.echo;

import io.javaoperatorsdk.operator.Operator;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs the operator. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    ExecutorService threads = virtualThreads();
    Operator operator =
        new Operator(overrides -> overrides.withExecutorService(threads));
    operator.register(new EchoReconciler());
    operator.installShutdownHook(Duration.ofSeconds(5));
    operator.start();
  }

  /** Compiled for an older Java than it runs on. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
