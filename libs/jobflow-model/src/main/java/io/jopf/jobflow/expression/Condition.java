package io.jopf.jobflow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A condition that was read. */
public final class Condition {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=", "in");

  /** Something with a value. */
  private interface Term {
    Value in(Names names);
  }

  private final Term term;
  private final Set<String> names = new TreeSet<>();

  /**
   * Reads a condition.
   *
   * @throws ExpressionException if it cannot be read
   */
  public Condition(String source) {
    Tokens tokens = new Tokens(source);
    term = either(tokens);
    tokens.expectEnd();
  }

  /** The names it looks at. */
  public Set<String> names() {
    return Set.copyOf(names);
  }

  /**
   * Whether it holds.
   *
   * @throws ExpressionException if it names what is not there, or is no condition
   */
  public boolean holds(Names values) {
    return term.in(values).truth();
  }

  private Term either(Tokens tokens) {
    Term left = both(tokens);
    while (tokens.takeIf("||")) {
      Term first = left;
      Term second = both(tokens);
      left = values -> Value.of(first.in(values).truth() || second.in(values).truth());
    }
    return left;
  }

  private Term both(Tokens tokens) {
    Term left = comparison(tokens);
    while (tokens.takeIf("&&")) {
      Term first = left;
      Term second = comparison(tokens);
      left = values -> Value.of(first.in(values).truth() && second.in(values).truth());
    }
    return left;
  }

  private Term comparison(Tokens tokens) {
    Term left = single(tokens);
    if (!COMPARISONS.contains(tokens.peek())) {
      return left;
    }
    String sign = tokens.take();
    if (sign.equals("in")) {
      List<Term> list = list(tokens);
      return values -> {
        Value value = left.in(values);
        return Value.of(list.stream().anyMatch(one -> value.compare(one.in(values)) == 0));
      };
    }
    Term right = single(tokens);
    return values -> Value.of(holds(sign, left.in(values).compare(right.in(values))));
  }

  private List<Term> list(Tokens tokens) {
    List<Term> list = new ArrayList<>();
    tokens.expect("[");
    while (!tokens.takeIf("]")) {
      if (!list.isEmpty()) {
        tokens.expect(",");
      }
      list.add(single(tokens));
    }
    return list;
  }

  private static boolean holds(String sign, int order) {
    return switch (sign) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private Term single(Tokens tokens) {
    if (tokens.takeIf("!")) {
      Term inner = single(tokens);
      return values -> Value.of(!inner.in(values).truth());
    }
    if (tokens.takeIf("(")) {
      Term inner = either(tokens);
      tokens.expect(")");
      return inner;
    }
    String word = tokens.take();
    char first = word.charAt(0);
    if (first == '\'' || first == '"') {
      Value text = new Value(word.substring(1, word.length() - 1));
      return values -> text;
    }
    if (Character.isDigit(first) || first == '-' || word.equals("true") || word.equals("false")) {
      Value constant = new Value(word);
      return values -> constant;
    }
    if (!Character.isLetter(first) && first != '_') {
      throw new ExpressionException("'" + word + "' is no value");
    }
    names.add(word);
    return values -> new Value(values.get(word));
  }
}
