package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Label and field selectors of a list or watch. */
final class Selector {

  private static final Pattern SET =
      Pattern.compile("\\s*(\\S+)\\s+(in|notin)\\s+\\(([^)]*)\\)\\s*");
  private static final Pattern EQUALITY =
      Pattern.compile("\\s*([^\\s=!]+)\\s*(==|=|!=)\\s*(.*?)\\s*");

  private final List<Predicate<JsonNode>> terms = new ArrayList<>();

  private Selector() {}

  /**
   * The selector of a request.
   *
   * @throws ApiException 400 if it cannot be read
   */
  static Selector of(Route route) {
    Selector selector = new Selector();
    split(route.query().get("labelSelector")).forEach(selector::addLabelTerm);
    split(route.query().get("fieldSelector")).forEach(selector::addFieldTerm);
    String name = route.name();
    if (name != null) {
      selector.terms.add(object -> name.equals(Json.name(object)));
    }
    return selector;
  }

  boolean matches(@Nullable JsonNode object) {
    return object != null && terms.stream().allMatch(term -> term.test(object));
  }

  private static List<String> split(@Nullable String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.split(",(?![^(]*\\))"));
  }

  private void addLabelTerm(String term) {
    Matcher set = SET.matcher(term);
    if (set.matches()) {
      String label = set.group(1);
      Set<String> values = Set.of(set.group(3).trim().split("\\s*,\\s*"));
      boolean in = "in".equals(set.group(2));
      terms.add(object -> values.contains(label(object, label)) == in);
      return;
    }
    Matcher equality = EQUALITY.matcher(term);
    if (equality.matches()) {
      String label = equality.group(1);
      String value = equality.group(3);
      boolean equal = !"!=".equals(equality.group(2));
      terms.add(object -> value.equals(label(object, label)) == equal);
      return;
    }
    boolean present = !term.trim().startsWith("!");
    String label = present ? term.trim() : term.trim().substring(1).trim();
    terms.add(object -> !label(object, label).equals(ABSENT) == present);
  }

  /** No label value: values have no blanks. */
  private static final String ABSENT = " ";

  private static String label(JsonNode object, String label) {
    return object.path("metadata").path("labels").path(label).asText(ABSENT);
  }

  private void addFieldTerm(String term) {
    Matcher equality = EQUALITY.matcher(term);
    if (!equality.matches()) {
      throw ApiException.badRequest("unable to parse field selector " + term);
    }
    String pointer = "/" + equality.group(1).replace('.', '/');
    String value = equality.group(3);
    boolean equal = !"!=".equals(equality.group(2));
    terms.add(object -> value.equals(object.at(pointer).asText("")) == equal);
  }
}
