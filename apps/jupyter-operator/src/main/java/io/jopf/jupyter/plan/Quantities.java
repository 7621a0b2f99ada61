package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts as Kubernetes writes them. */
final class Quantities {

  private static final Pattern QUANTITY =
      Pattern.compile("\\+?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2}|[numkMGTPE]|[KMGTPE]i)?");

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private Quantities() {}

  /** Empty if nothing is said, or what is said is no amount, which is found. */
  static Optional<Quantity> parse(String field, @Nullable IntOrString given, Findings findings) {
    return read(field, given, QUANTITY, "need a quantity such as 500m or 2Gi", findings);
  }

  /** The same for what comes in pieces. */
  static Optional<Quantity> count(String field, @Nullable IntOrString given, Findings findings) {
    return read(field, given, WHOLE, "need a whole number", findings);
  }

  private static Optional<Quantity> read(
      String field, @Nullable IntOrString given, Pattern form, String expected, Findings findings) {
    Optional<String> text = Values.text(given);
    if (text.isPresent() && !form.matcher(text.get()).matches()) {
      findings.problem(Problem.invalid(field, text.get(), expected));
      return Optional.empty();
    }
    return text.map(Quantities::canonical).map(Quantity::parse);
  }

  /** Without what the API server would write otherwise, which would look like a change. */
  private static String canonical(String text) {
    String unsigned = text.startsWith("+") ? text.substring(1) : text;
    return unsigned.startsWith(".") ? "0" + unsigned : unsigned;
  }

  static boolean exceeds(Quantity a, Quantity b) {
    return a.getNumericalAmount().compareTo(b.getNumericalAmount()) > 0;
  }
}
