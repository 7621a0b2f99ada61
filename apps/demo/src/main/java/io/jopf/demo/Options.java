package io.jopf.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param kubeconfig names the user's cluster; null for a simulated one
 * @param namespace to create there; null for a name of the demo's choice
 * @param help whether only the usage is wanted
 */
record Options(@Nullable Path kubeconfig, @Nullable String namespace, boolean help) {

  /** A name plus "-2" must be a DNS label still. */
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,59}[a-z0-9])?");

  /**
   * Reads a command line.
   *
   * @throws DemoException if it is wrong
   */
  static Options parse(String... arguments) {
    Queue<String> rest = new ArrayDeque<>(List.of(arguments));
    Path kubeconfig = null;
    String namespace = null;
    for (String argument = rest.poll(); argument != null; argument = rest.poll()) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      @Nullable String value = equals < 0 ? null : argument.substring(equals + 1);
      switch (name) {
        case "--help", "-h" -> {
          return new Options(null, null, true);
        }
        case "--kubeconfig" -> kubeconfig = Path.of(value(name, value, rest));
        case "--namespace" -> namespace = namespace(value(name, value, rest));
        default -> throw wrong("unknown argument " + argument);
      }
    }
    if (namespace != null && kubeconfig == null) {
      throw wrong("--namespace needs --kubeconfig");
    }
    return new Options(kubeconfig, namespace, false);
  }

  private static String value(String name, @Nullable String given, Queue<String> rest) {
    String value = given == null ? rest.poll() : given;
    if (value == null || value.isEmpty() || (given == null && value.startsWith("--"))) {
      throw wrong(name + " needs a value");
    }
    return value;
  }

  private static String namespace(String name) {
    if (!NAMESPACE.matcher(name).matches()) {
      throw wrong(
          "'" + name + "' is no namespace: lower-case letters, digits and dashes, at most 61");
    }
    return name;
  }

  private static DemoException wrong(String message) {
    return new DemoException(message + " (see ./demo --help)");
  }
}
