package io.jopf.admission.review;

import io.jopf.Warnings;
import java.util.ArrayList;
import java.util.List;

/** Warnings in a form that fits into an HTTP header. */
final class Remarks implements Warnings {

  private final List<String> all = new ArrayList<>();

  @Override
  public void add(String warning) {
    String line = warning.replaceAll("\\p{Cntrl}+", " ").strip();
    if (!line.isEmpty() && !all.contains(line)) {
      all.add(line);
    }
  }

  List<String> all() {
    return List.copyOf(all);
  }
}
