package io.jopf.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.jopf.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A selector with the grammar of the API server's field selectors, such as {@code
 * metadata.name=x,status.phase!=Failed}. Which fields of a kind it knows, the API server says.
 *
 * @param requirements all of them have to be met; none: everything matches
 */
public record FieldSelector(List<Part> requirements) {

  private static final Pattern PART = Pattern.compile("([A-Za-z][\\w.-]*)(==?|!=)([^=!,\\s]*)");

  /** One field, and what it is or is not; an absent one is empty. */
  record Part(List<String> path, boolean equal, String value) {}

  /**
   * Reads one.
   *
   * @param text empty for everything
   * @throws IllegalArgumentException naming the part that cannot be read
   */
  public static FieldSelector parse(String text) {
    return new FieldSelector(
        text.isEmpty()
            ? List.of()
            : Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(FieldSelector::part)
                .toList());
  }

  /** What is wrong with a selector's text; empty if nothing. */
  public static Optional<String> mistake(String text) {
    try {
      parse(text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /** Whether an object, as its whole JSON, meets every requirement. */
  public boolean matches(JsonNode object) {
    return requirements.stream()
        .allMatch(
            part -> {
              JsonNode value = Json.at(object, part.path());
              String text = value.isNull() ? "" : value.asText();
              return text.equals(part.value()) == part.equal();
            });
  }

  /** Whether it asks for a field or for a part of it. */
  public boolean looksInto(List<String> path) {
    return requirements.stream()
        .anyMatch(
            part ->
                part.path().size() >= path.size()
                    && part.path().subList(0, path.size()).equals(path));
  }

  private static Part part(String text) {
    Matcher form = PART.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a part of a field selector such as metadata.name=x or"
              + " status.phase!=Failed");
    }
    return new Part(
        List.of(form.group(1).split("\\.", -1)), !form.group(2).equals("!="), form.group(3));
  }
}
