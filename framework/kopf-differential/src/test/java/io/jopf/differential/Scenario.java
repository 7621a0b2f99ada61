package io.jopf.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One story.
 *
 * @param name as in the test's name
 * @param module the handlers in Python
 * @param handlers the same in Java
 * @param script what happens
 * @param differences what is meant to be different
 */
record Scenario(
    String name,
    String module,
    Class<?> handlers,
    Consumer<Stage> script,
    List<Declared> differences) {

  static Scenario of(String name, Class<?> handlers, Consumer<Stage> script) {
    return of(name, name, handlers, script);
  }

  static Scenario of(String name, String module, Class<?> handlers, Consumer<Stage> script) {
    return new Scenario(name, module, handlers, script, List.of());
  }

  /** The same, and one thing is different on purpose. */
  Scenario but(Difference why, String where, List<String> kopf, List<String> jopf) {
    return with(new Declared(why, where, kopf, jopf, false));
  }

  /** The same, and Kopf does one thing now one way, now the other: as we do, or like this. */
  Scenario butSometimes(Difference why, String where, List<String> kopf, List<String> jopf) {
    return with(new Declared(why, where, kopf, jopf, true));
  }

  private Scenario with(Declared one) {
    List<Declared> more = new ArrayList<>(differences);
    more.add(one);
    return new Scenario(name, module, handlers, script, more);
  }

  /**
   * A declared difference.
   *
   * @param where {@code object/handler}, {@code left} or {@code noted}
   * @param kopf the calls there on Kopf's side
   * @param jopf the calls there on ours
   * @param sometimes whether Kopf may also do as we do
   */
  record Declared(
      Difference why, String where, List<String> kopf, List<String> jopf, boolean sometimes) {

    /** Whether it has to be found once Kopf has made these calls there. */
    boolean isDueAfter(List<String> calls) {
      return !sometimes || calls.equals(kopf);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
