package io.jopf.watch;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which namespaces are served. A pattern is a name in which {@code *} stands for any characters and
 * {@code ?} for one; with {@code !} before it, it excludes. The last one that matches decides.
 * Where none does, a namespace is served if the first pattern excludes.
 */
public final class NamespacePatterns {

  private static final Pattern LEGAL = Pattern.compile("!?[-a-z0-9*?]+");

  private record Glob(String text, boolean excludes, Pattern names) {
    boolean isName() {
      return !excludes && text.chars().noneMatch(c -> c == '*' || c == '?');
    }
  }

  private final List<Glob> globs;

  /**
   * @param patterns none: all namespaces
   * @throws IllegalArgumentException if one is no pattern, with a message for people
   */
  public NamespacePatterns(List<String> patterns) {
    globs = patterns.stream().map(NamespacePatterns::glob).toList();
  }

  private static Glob glob(String given) {
    String text = given.strip();
    if (!LEGAL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' is no pattern for namespaces: use a name, with * and ?, and ! before it to"
                  + " exclude",
              given));
    }
    boolean excludes = text.startsWith("!");
    String names =
        text.substring(excludes ? 1 : 0)
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return new Glob(text, excludes, Pattern.compile(names));
  }

  /** Whether every namespace is served. */
  public boolean isAll() {
    return globs.isEmpty() || globs.stream().allMatch(glob -> Objects.equals(glob.text(), "*"));
  }

  /** Whether the patterns are names, so that nobody needs to know which namespaces there are. */
  public boolean areNames() {
    return globs.stream().allMatch(Glob::isName);
  }

  /** The namespaces that are named and served. */
  public List<String> names() {
    return globs.stream()
        .filter(Glob::isName)
        .map(Glob::text)
        .distinct()
        .filter(this::matches)
        .toList();
  }

  /** Whether a namespace is served. */
  public boolean matches(String namespace) {
    boolean served = globs.isEmpty() || globs.get(0).excludes();
    for (Glob glob : globs) {
      if (glob.names().matcher(namespace).matches()) {
        served = !glob.excludes();
      }
    }
    return served;
  }
}
