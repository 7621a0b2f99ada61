package io.jopf.bench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One of the operators that are compared.
 *
 * @param name its row in the tables
 * @param command what starts it
 */
public record Contender(String name, List<String> command) {

  /** Reads {@code name=command with arguments}. */
  public static Contender parse(String text) {
    int sign = text.indexOf('=');
    if (sign < 1) {
      throw new IllegalArgumentException("'" + text + "' is not name=command");
    }
    return new Contender(text.substring(0, sign), List.of(text.substring(sign + 1).split(" ")));
  }

  /** Starts its process, for the cluster of that file, with its output in the other one. */
  public Child start(Path kubeconfig, Path output) {
    return Child.start(command, Map.of("KUBECONFIG", kubeconfig.toString()), output);
  }
}
