package io.jopf.jobflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * What single values mean. As kubectl sees it, which follows YAML 1.1 in most things: {@code yes}
 * and {@code n} are booleans, {@code 0644} is octal; times are texts, though, and nothing counts to
 * sixty.
 */
final class Scalars implements Schema {
  private static final Set<String> TRUE =
      Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y");
  private static final Set<String> FALSE =
      Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N");
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<Tag> NO_TEXT = Set.of(Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT);
  private static final Pattern INTEGER =
      Pattern.compile(
          "([-+]?)(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<binary>[01]+)|0[oO]?(?<octal>[0-7]+)"
              + "|(?<decimal>0|[1-9][0-9]*))");
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  /** From here on JSON is written with an exponent, and read as a fraction. */
  private static final BigDecimal HUGE = new BigDecimal("1e21");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Override
  public ScalarResolver getScalarResolver() {
    return (text, plain) -> plain ? tag(text) : Tag.STR;
  }

  @Override
  public Map<Tag, ConstructNode> getSchemaTagConstructors() {
    return Map.of();
  }

  private static Tag tag(String text) {
    if (NOT_FINITE.matcher(text).matches()) {
      return Tag.FLOAT;
    }
    JsonNode value = value(text).orElseGet(() -> NODES.textNode(text));
    return switch (value.getNodeType()) {
      case NULL -> Tag.NULL;
      case BOOLEAN -> Tag.BOOL;
      case NUMBER -> value.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
      default -> Tag.STR;
    };
  }

  /**
   * What a value is in JSON.
   *
   * @throws ComposerException if JSON has nothing for it, or it is not what its tag says
   */
  static JsonNode of(ScalarNode node) {
    String text = node.getValue();
    if (!NO_TEXT.contains(node.getTag())) {
      return NODES.textNode(text);
    }
    return value(text)
        .orElseThrow(
            () -> new ComposerException("JSON has no such value: " + text, node.getStartMark()));
  }

  /** Whether a key takes in the fields of another mapping. */
  static boolean isMerge(Node key) {
    return key instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().equals("<<");
  }

  /** The value of a plain text; empty if it is just that. */
  private static Optional<JsonNode> value(String text) {
    if (NULL.contains(text)) {
      return Optional.of(NODES.nullNode());
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return Optional.of(NODES.booleanNode(TRUE.contains(text)));
    }
    char first = text.charAt(0);
    if (first == '.') {
      return fraction(text);
    }
    return "+-0123456789".indexOf(first) >= 0 ? number(text.replace("_", "")) : Optional.empty();
  }

  private static Optional<JsonNode> number(String text) {
    Matcher parts = INTEGER.matcher(text);
    if (!parts.matches()) {
      return fraction(text);
    }
    BigInteger number;
    if (parts.group("hex") != null) {
      number = new BigInteger(parts.group("hex"), 16);
    } else if (parts.group("binary") != null) {
      number = new BigInteger(parts.group("binary"), 2);
    } else if (parts.group("octal") != null) {
      number = new BigInteger(parts.group("octal"), 8);
    } else {
      number = new BigInteger(parts.group("decimal"));
    }
    return Optional.of(integer(parts.group(1).equals("-") ? number.negate() : number));
  }

  private static Optional<JsonNode> fraction(String text) {
    if (!FRACTION.matcher(text).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      return Optional.empty();
    }
    BigDecimal exact = new BigDecimal(Double.toString(value));
    boolean whole = exact.stripTrailingZeros().scale() <= 0 && exact.abs().compareTo(HUGE) < 0;
    return Optional.of(whole ? integer(exact.toBigInteger()) : NODES.numberNode(exact));
  }

  private static JsonNode integer(BigInteger number) {
    return number.bitLength() < Integer.SIZE
        ? NODES.numberNode(number.intValue())
        : NODES.numberNode(number);
  }
}
