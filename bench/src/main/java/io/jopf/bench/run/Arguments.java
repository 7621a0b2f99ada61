package io.jopf.bench.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code --name value} pairs; each script documents the names in its {@code --help}. */
public final class Arguments {

  private final Map<String, String> values = new HashMap<>();

  /**
   * Takes the pairs apart; a later one wins.
   *
   * @throws IllegalArgumentException for anything that is not a pair of a known name and a value
   */
  public Arguments(String[] args, String... names) {
    List<String> known = Arrays.asList(names);
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].startsWith("--") ? args[i].substring(2) : "";
      if (!known.contains(name) || i + 1 == args.length) {
        throw new IllegalArgumentException("expected --{" + String.join(",", known) + "} value");
      }
      values.put(name, args[i + 1]);
    }
  }

  /** The value, which has to be there. */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return value;
  }

  /** The value, or the default when it is absent or empty. */
  public String text(String name, String byDefault) {
    String value = values.getOrDefault(name, "");
    return value.isEmpty() ? byDefault : value;
  }

  /** The value as a path, which has to be there. */
  public Path path(String name) {
    return Path.of(text(name));
  }

  /** The value as a whole number that is not negative, or the default. */
  public int number(String name, int byDefault) {
    int value = Integer.parseInt(text(name, Integer.toString(byDefault)));
    if (value < 0) {
      throw new IllegalArgumentException("--" + name + " is negative");
    }
    return value;
  }
}
