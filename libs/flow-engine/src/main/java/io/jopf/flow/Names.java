package io.jopf.flow;

import java.util.List;

/** Lists names for people, without flooding a status of thousands of steps. */
final class Names {
  private static final int SHOWN = 3;

  private Names() {}

  static String list(List<String> names) {
    int more = names.size() - SHOWN;
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
