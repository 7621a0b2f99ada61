package io.jopf.handler.check;

import io.jopf.handler.Durations;
import java.util.ArrayList;
import java.util.List;

/** What a start-up or clean-up method and a probe may be. */
public final class ActivityRules {

  private static final String PROBE = "OnProbe";

  private ActivityRules() {}

  /** Everything that is wrong with a method. */
  public static List<String> mistakes(ActivityDescription method) {
    List<String> mistakes = new ArrayList<>();
    method.modifiers().stream().sorted().map(MethodRules::modifier).forEach(mistakes::add);
    String annotation = "@" + method.annotation();
    if (method.parameters() > 0) {
      mistakes.add(
          annotation
              + ": the method is called without arguments; let the constructor of its class take"
              + " what it needs");
    }
    result(method, mistakes);
    if (method.retries() != -1 && method.retries() < 1) {
      mistakes.add(
          annotation
              + "(retries = "
              + method.retries()
              + "): at least 1 attempt, or -1 for no limit");
    }
    duration(annotation, "backoff", method.backoff(), mistakes);
    duration(annotation, "timeout", method.timeout(), mistakes);
    return mistakes;
  }

  private static void result(ActivityDescription method, List<String> mistakes) {
    TypeDescription type = method.result();
    if (type.has(Trait.ASYNCHRONOUS)) {
      mistakes.add("returns " + type + ": the method is done when it returns; wait for the result");
    } else if (!method.annotation().equals(PROBE) && !type.is(void.class) && !type.is(Void.class)) {
      mistakes.add("returns " + type + ": nobody takes it; return void");
    }
  }

  private static void duration(
      String annotation, String option, String text, List<String> mistakes) {
    if (!OptionRules.isKnown(text)) {
      return;
    }
    try {
      Durations.parse(text);
    } catch (IllegalArgumentException e) {
      mistakes.add(annotation + "(" + option + " = \"" + text + "\"): " + e.getMessage());
    }
  }
}
