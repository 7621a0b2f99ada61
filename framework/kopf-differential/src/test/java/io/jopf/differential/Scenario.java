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
    List<Declared> more = new ArrayList<>(differences);
    more.add(new Declared(why, where, kopf, jopf));
    return new Scenario(name, module, handlers, script, more);
  }

  /**
   * A declared difference.
   *
   * @param where {@code object/handler}, {@code left} or {@code noted}
   * @param kopf the calls there on Kopf's side
   * @param jopf the calls there on ours
   */
  record Declared(Difference why, String where, List<String> kopf, List<String> jopf) {}

  @Override
  public String toString() {
    return name;
  }
}
