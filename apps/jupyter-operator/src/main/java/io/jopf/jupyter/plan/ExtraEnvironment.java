package io.jopf.jupyter.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the list of {@code NAME=value} that a notebook wants for its server. */
final class ExtraEnvironment {

  private static final Pattern NAME = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");

  /** What the operator and start.sh rely on, beside all that begin with {@code DM_}. */
  private static final Set<String> RESERVED =
      Set.of("HOME", "JUPYTER_ENABLE_LAB", "JUPYTER_TOKEN", "JUPYTER_PORT", "START_ROOT");

  private ExtraEnvironment() {}

  /** Of a name given twice the last value counts. */
  static Map<String, String> of(@Nullable List<String> entries, Findings findings) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String entry : entries == null ? List.<String>of() : entries) {
      int equals = entry.indexOf('=');
      String name = equals < 0 ? "" : entry.substring(0, equals).trim();
      // the value is in no message: it may be a secret
      if (!NAME.matcher(name).matches()) {
        findings.warning(
            "An entry of environment is left out: it is not NAME=value"
                + (equals < 0 ? "" : ", its name is '" + name + "'"));
      } else if (RESERVED.contains(name) || name.startsWith("DM_")) {
        findings.warning("Variable " + name + " is left out: the operator sets it");
      } else {
        variables.put(name, entry.substring(equals + 1));
      }
    }
    return Collections.unmodifiableMap(variables);
  }
}
