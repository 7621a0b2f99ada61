package io.jopf.test.scenarios.arguments;

import java.util.List;

/** Writes lines about one object. */
record Ledger(String object, List<String> lines) {

  void add(String line) {
    lines.add(object + ": " + line);
  }
}
