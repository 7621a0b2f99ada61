package io.jopf.jupyter.plan;

import java.util.ArrayList;
import java.util.List;

/** Collects what is noticed while a plan is made. */
final class Findings {

  private final List<Problem> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  void problem(Problem problem) {
    problems.add(problem);
  }

  void warning(String message) {
    warnings.add(message);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
