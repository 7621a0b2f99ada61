package io.jopf.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.jopf.filter.Requirement.Operator;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A selector with the grammar and the meaning of the API server's label selectors.
 *
 * @param requirements all of them have to be met; none: everything matches
 */
public record LabelSelector(List<Requirement> requirements) {

  /** Matches whatever there is. */
  public static final LabelSelector EVERYTHING = new LabelSelector(List.of());

  private static final String NAME = "[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final String DNS_LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
  private static final String KEY =
      "((?:(?=[^/]{1,253}/)" + DNS_LABEL + "(?:\\." + DNS_LABEL + ")*/)?" + NAME + ")";
  private static final String VALUE = "(?:" + NAME + ")?";
  private static final String VALUES = "(?:" + NAME + "|" + VALUE + "(?:\\s*,\\s*" + VALUE + ")+)";
  private static final Pattern PRESENCE = Pattern.compile("(!?)\\s*" + KEY);
  private static final Pattern EQUALITY = Pattern.compile(KEY + "\\s*(==?|!=)\\s*(" + VALUE + ")");
  private static final Pattern ORDER = Pattern.compile(KEY + "\\s*([<>])\\s*(\\d{1,18})");
  private static final Pattern SET =
      Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(\\s*(" + VALUES + ")\\s*\\)");
  private static final Pattern COMMA = Pattern.compile(",(?![^()]*\\))");

  /**
   * Reads one.
   *
   * @param text empty for everything
   * @throws IllegalArgumentException naming the part that cannot be read
   */
  public static LabelSelector parse(String text) {
    return text.isEmpty()
        ? EVERYTHING
        : new LabelSelector(
            Arrays.stream(COMMA.split(text, -1))
                .map(String::strip)
                .map(LabelSelector::part)
                .toList());
  }

  /** Whether it matches whatever there is. */
  boolean isEverything() {
    return requirements.isEmpty();
  }

  /** What is wrong with a selector's text; empty if nothing. */
  public static Optional<String> mistake(String text) {
    try {
      parse(text.isEmpty() ? "," : text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /** Whether an object's labels meet every requirement; a missing node has none. */
  public boolean matches(JsonNode labels) {
    return requirements.stream().allMatch(one -> one.isMetBy(labels));
  }

  /** The same as the API server reads it; comparisons of numbers, which it lacks, are left out. */
  public List<LabelSelectorRequirement> matchExpressions() {
    return requirements.stream().flatMap(one -> one.expression().stream()).toList();
  }

  private static Requirement part(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a label selector has no empty parts");
    }
    Requirement found = presenceOrEquality(text);
    if (found == null) {
      found = orderOrSet(text);
    }
    if (found == null) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a part of a label selector such as app=x, app!=x, app in (x,y), app or"
              + " !app");
    }
    return found;
  }

  private static @Nullable Requirement presenceOrEquality(String text) {
    Matcher presence = PRESENCE.matcher(text);
    if (presence.matches()) {
      Operator operator = presence.group(1).isEmpty() ? Operator.EXISTS : Operator.DOES_NOT_EXIST;
      return new Requirement(presence.group(2), operator, Set.of());
    }
    Matcher equality = EQUALITY.matcher(text);
    if (equality.matches()) {
      Operator operator = equality.group(2).equals("!=") ? Operator.NOT_IN : Operator.IN;
      return new Requirement(equality.group(1), operator, Set.of(equality.group(3)));
    }
    return null;
  }

  private static @Nullable Requirement orderOrSet(String text) {
    Matcher order = ORDER.matcher(text);
    if (order.matches()) {
      Operator operator = order.group(2).equals(">") ? Operator.GREATER : Operator.LESS;
      return new Requirement(order.group(1), operator, Set.of(order.group(3)));
    }
    Matcher set = SET.matcher(text);
    if (set.matches()) {
      Operator operator = set.group(2).equals("in") ? Operator.IN : Operator.NOT_IN;
      Set<String> values = new LinkedHashSet<>();
      Arrays.stream(set.group(3).split(",", -1)).map(String::strip).forEach(values::add);
      return new Requirement(set.group(1), operator, Set.copyOf(values));
    }
    return null;
  }
}
