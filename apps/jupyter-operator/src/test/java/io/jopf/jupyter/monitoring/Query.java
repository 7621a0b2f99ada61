package io.jopf.jupyter.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an expression of PromQL asks for. That it is one is for those to say who have a parser of
 * it.
 *
 * @param text the expression
 * @param selectors the series that it reads
 * @param groups the labels by which it groups them
 */
public record Query(String text, List<Selector> selectors, Set<String> groups) {

  private static final Pattern GROUPING =
      Pattern.compile("\\b(by|without|on|ignoring)\\s*\\(([^)]*)\\)");
  private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*\\]");
  private static final Pattern SELECTOR =
      Pattern.compile("\\b([a-zA-Z_]\\w*)\\b(?!\\s*\\()(\\{[^}]*\\})?");
  private static final Pattern MATCHER =
      Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

  /**
   * Some series.
   *
   * @param metric their name
   * @param values of labels that are compared, alternatives of a pattern one by one
   */
  public record Selector(String metric, Map<String, List<String>> values) {}

  static Query parse(String text) {
    Set<String> groups = new HashSet<>();
    GROUPING
        .matcher(text)
        .results()
        .forEach(found -> groups.addAll(List.of(found.group(2).trim().split("\\s*,\\s*", -1))));
    String rest = RANGE.matcher(GROUPING.matcher(text).replaceAll("")).replaceAll("");
    List<Selector> selectors = new ArrayList<>();
    SELECTOR
        .matcher(rest)
        .results()
        .filter(found -> !OPERATORS.contains(found.group(1)))
        .forEach(found -> selectors.add(selector(found)));
    return new Query(text, selectors, groups);
  }

  private static Selector selector(MatchResult found) {
    Map<String, List<String>> values = new HashMap<>();
    if (found.group(2) != null) {
      MATCHER
          .matcher(found.group(2))
          .results()
          .forEach(one -> values.put(one.group(1), List.of(one.group(2).split("\\|", -1))));
    }
    return new Selector(found.group(1), values);
  }
}
