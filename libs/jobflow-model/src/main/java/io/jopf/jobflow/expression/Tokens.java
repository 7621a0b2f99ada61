package io.jopf.jobflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a condition, read one after the other. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<text>'[^']*'|\"[^\"]*\")"
              + "|(?<number>-?\\d+(?:\\.\\d+)?)"
              + "|(?<name>[A-Za-z_][-\\w]*(?:\\.[-\\w]+)*)"
              + "|(?<sign>&&|\\|\\||==|!=|<=|>=|[<>!()\\[\\],]))");

  private final String source;
  private final List<String> words = new ArrayList<>();
  private int next;

  Tokens(String source) {
    this.source = source;
    Matcher matcher = TOKEN.matcher(source);
    int at = 0;
    while (matcher.lookingAt()) {
      words.add(matcher.group().strip());
      at = matcher.end();
      matcher.region(at, source.length());
    }
    if (!source.substring(at).isBlank()) {
      throw new ExpressionException(
          "cannot read '" + source.substring(at).strip() + "' in: " + source);
    }
  }

  /** The next word, empty at the end. */
  String peek() {
    return next < words.size() ? words.get(next) : "";
  }

  String take() {
    String word = peek();
    if (word.isEmpty()) {
      throw new ExpressionException("something is missing at the end of: " + source);
    }
    next++;
    return word;
  }

  boolean takeIf(String word) {
    boolean same = peek().equals(word);
    next += same ? 1 : 0;
    return same;
  }

  void expect(String word) {
    String found = peek();
    if (!takeIf(word)) {
      String instead = found.isEmpty() ? "the end" : "'" + found + "'";
      throw new ExpressionException(
          "expected '" + word + "' and not " + instead + " in: " + source);
    }
  }

  void expectEnd() {
    if (!peek().isEmpty()) {
      throw new ExpressionException("'" + peek() + "' is too much in: " + source);
    }
  }
}
