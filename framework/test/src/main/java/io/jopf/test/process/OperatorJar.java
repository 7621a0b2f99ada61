package io.jopf.test.process;

import io.jopf.test.Cluster;
import io.jopf.test.OperatorMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The jar of an operator, from which a test starts processes. Registered as an extension, it kills
 * what a test leaves running and prints the logs of a failed one.
 */
public final class OperatorJar implements AfterEachCallback {

  /** The system property with the path of the jar that the build has just made. */
  private static final String JAR = "jopf.operator.jar";

  private final List<String> program;
  private final List<OperatorProcess> started = new ArrayList<>();

  private OperatorJar(List<String> program) {
    this.program = program;
  }

  /**
   * The jar of the module whose tests run.
   *
   * @throws IllegalStateException if it has not been built
   */
  public static OperatorJar ofThisModule() {
    Path jar = Path.of(System.getProperty(JAR, "no property " + JAR)).toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is not there: these tests run after phase package");
    }
    return new OperatorJar(List.of("-jar", jar.toString()));
  }

  /**
   * Instead of a jar: an operator of some handlers of the tests, on their class path. It has no
   * HTTP server, so nothing can be asked of it.
   */
  public static OperatorJar ofHandlers(Class<?>... handlers) {
    List<String> program = new ArrayList<>();
    // it lives for seconds only
    program.add("-XX:TieredStopAtLevel=1");
    program.addAll(List.of("-cp", System.getProperty("java.class.path")));
    program.add(OperatorMain.class.getName());
    Stream.of(handlers).map(Class::getName).forEach(program::add);
    return new OperatorJar(program);
  }

  /**
   * Starts a process for everything in a cluster, with all rights.
   *
   * @param variables environment variables beside KUBECONFIG
   */
  public OperatorProcess start(Cluster cluster, Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("KUBECONFIG", Kubeconfig.of(cluster.client()).toString());
    return start(all);
  }

  /**
   * Starts a process.
   *
   * @param variables its environment variables; they win over the server's address and port that it
   *     is given otherwise
   */
  public OperatorProcess start(Map<String, String> variables) {
    try {
      OperatorProcess process = OperatorProcess.start(program, variables);
      started.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    started.forEach(OperatorProcess::kill);
    if (context.getExecutionException().isPresent()) {
      started.forEach(process -> System.err.println(process.describe()));
    }
    started.clear();
  }
}
