package io.jopf.jupyter.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the list of {@code key=value} that the Data Manager wants on the Pod. */
final class PodLabels {

  /** How the Data Manager finds the Pod of an instance. */
  static final String INSTANCE = "data-manager.informaticsmatters.com/instance";

  private static final String UNKNOWN = "Unknown";
  private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?";
  private static final Pattern KEY =
      Pattern.compile("([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?" + NAME);
  private static final Pattern VALUE = Pattern.compile("(" + NAME + ")?");
  private static final int LONGEST_VALUE = 63;

  private PodLabels() {}

  static PodIdentity of(@Nullable List<String> entries, String name, Findings findings) {
    Map<String, String> labels = new TreeMap<>();
    String owner = UNKNOWN;
    String instanceId = UNKNOWN;
    for (String entry : entries == null ? List.<String>of() : entries) {
      int equals = entry.indexOf('=');
      String key = equals < 0 ? "" : entry.substring(0, equals).trim();
      String value = entry.substring(equals + 1).trim();
      if (!KEY.matcher(key).matches()) {
        findings.warning("Label '" + entry + "' is left out: it is not key=value");
        continue;
      }
      if (isReserved(key)) {
        if (!value.equals(name)) {
          findings.warning("Label '" + entry + "' is left out: the operator sets " + key);
        }
        continue;
      }
      if (!value.isEmpty()) {
        owner = key.endsWith("/owner") ? value : owner;
        instanceId = key.endsWith("/instance-id") ? value : instanceId;
      }
      labels.put(key, usable(value));
    }
    labels.put(INSTANCE, name);
    return new PodIdentity(Collections.unmodifiableMap(labels), owner, instanceId);
  }

  private static boolean isReserved(String key) {
    return key.equals(INSTANCE)
        || key.equals(OwnLabels.POD_SELECTOR)
        || key.equals(OwnLabels.MANAGED_BY);
  }

  /** The value itself if it can be a label's, else the nearest that can. */
  private static String usable(String value) {
    if (VALUE.matcher(value).matches()) {
      return value;
    }
    String legal = value.replaceAll("[^A-Za-z0-9._-]", "_");
    String cut = legal.substring(0, Math.min(LONGEST_VALUE, legal.length()));
    return cut.replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
  }
}
