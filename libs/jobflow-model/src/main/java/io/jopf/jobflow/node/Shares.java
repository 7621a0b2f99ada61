package io.jopf.jobflow.node;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.jopf.flow.rollout.Share;
import io.jopf.jobflow.api.DaemonJobSpec;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers of nodes and percentages. */
final class Shares {
  private static final Pattern PERCENTAGE = Pattern.compile(DaemonJobSpec.PERCENTAGE);

  private Shares() {}

  /** The share; what cannot be read counts as absent. */
  static Share of(@Nullable IntOrString value, Share absent) {
    if (value == null || !isLegal(value, 0)) {
      return absent;
    }
    if (value.getIntVal() != null) {
      return Share.of(value.getIntVal());
    }
    String text = value.getStrVal();
    return Share.percent(Integer.parseInt(text.substring(0, text.length() - 1)));
  }

  static boolean isLegal(IntOrString value, int least) {
    if (value.getIntVal() != null) {
      return value.getIntVal() >= least;
    }
    String text = value.getStrVal();
    return text != null
        && PERCENTAGE.matcher(text).matches()
        && (least == 0 || !text.startsWith("0"));
  }

  static String text(IntOrString value) {
    return value.getIntVal() != null ? value.getIntVal().toString() : "'" + value.getStrVal() + "'";
  }
}
