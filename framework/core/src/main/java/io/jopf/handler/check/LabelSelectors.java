package io.jopf.handler.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The grammar of label selectors, as the API server reads them. */
final class LabelSelectors {

  private static final String NAME = "[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final String DNS_LABEL = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
  private static final String KEY =
      "(?:(?=[^/]{1,253}/)" + DNS_LABEL + "(?:\\." + DNS_LABEL + ")*/)?" + NAME;
  private static final String VALUE = "(?:" + NAME + ")?";
  private static final String VALUES = "(?:" + NAME + "|" + VALUE + "(?:\\s*,\\s*" + VALUE + ")+)";
  private static final List<Pattern> REQUIREMENTS =
      List.of(
          Pattern.compile("(?:!\\s*)?" + KEY),
          Pattern.compile(KEY + "\\s*(?:==?|!=)\\s*" + VALUE),
          Pattern.compile(KEY + "\\s*[<>]\\s*\\d+"),
          Pattern.compile(KEY + "\\s+(?:in|notin)\\s*\\(\\s*" + VALUES + "\\s*\\)"));
  private static final Pattern COMMA = Pattern.compile(",(?![^()]*\\))");

  private LabelSelectors() {}

  static Optional<String> mistake(String selector) {
    for (String part : COMMA.split(selector, -1)) {
      String requirement = part.strip();
      if (requirement.isEmpty()) {
        return Optional.of("a label selector has no empty parts");
      }
      if (REQUIREMENTS.stream().noneMatch(form -> form.matcher(requirement).matches())) {
        return Optional.of(
            "'"
                + requirement
                + "' is not a part of a label selector such as app=x, app!=x, app in (x,y), app or"
                + " !app");
      }
    }
    return Optional.empty();
  }
}
