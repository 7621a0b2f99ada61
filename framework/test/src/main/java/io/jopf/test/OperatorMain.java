package io.jopf.test;

import io.jopf.operator.JopfApplication;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A program that is an operator of chosen handlers and nothing else, for tests of several
 * processes; see {@link io.jopf.test.process.OperatorJar#ofHandlers}.
 */
public final class OperatorMain {

  private OperatorMain() {}

  /**
   * Runs until told to stop.
   *
   * @param handlers the names of the handler classes
   * @throws ClassNotFoundException if there is no such class
   */
  public static void main(String... handlers) throws ClassNotFoundException {
    Set<Class<?>> classes = new LinkedHashSet<>();
    for (String handler : handlers) {
      classes.add(Class.forName(handler));
    }
    JopfApplication.stay(() -> OperatorContext.program(classes).start());
  }
}
