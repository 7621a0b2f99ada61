package io.jopf.differential;

import java.util.List;
import java.util.stream.Stream;

/** All stories. */
final class Scenarios {

  private Scenarios() {}

  static List<Scenario> all() {
    return Stream.of(
            Changes.all(),
            Filters.all(),
            Processes.all(),
            Ends.all(),
            Parts.all(),
            Background.all(),
            Timers.all(),
            Porting.all())
        .flatMap(List::stream)
        .toList();
  }
}
