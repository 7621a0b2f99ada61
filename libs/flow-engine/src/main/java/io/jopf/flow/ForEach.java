package io.jopf.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns one step into many: what a loop runs over, and the steps that makes of its step. */
public final class ForEach {

  /**
   * One turn of a loop.
   *
   * @param index from 0, always the same for the same input
   * @param values what it stands for, by name
   */
  public record Item(int index, Map<String, String> values) {

    public Item {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  private ForEach() {}

  /** One turn for each value, known as {@code item}. */
  public static List<Item> items(List<String> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> new Item(i, Map.of("item", values.get(i))))
        .toList();
  }

  /** So many turns, each one's number known as {@code item}. */
  public static List<Item> count(int count) {
    return items(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }

  /**
   * One turn for each combination of values, the last name's values changing fastest.
   *
   * @param values the values of each name, in the order of iteration
   */
  public static List<Item> matrix(Map<String, List<String>> values) {
    List<Map<String, String>> rows = new ArrayList<>();
    rows.add(Map.of());
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> row : rows) {
        for (String value : entry.getValue()) {
          Map<String, String> next = new LinkedHashMap<>(row);
          next.put(entry.getKey(), value);
          longer.add(next);
        }
      }
      rows = longer;
    }
    List<Map<String, String>> all = values.isEmpty() ? List.of() : rows;
    return IntStream.range(0, all.size()).mapToObj(i -> new Item(i, all.get(i))).toList();
  }

  /** How many turns a matrix has, without making them; {@link Long#MAX_VALUE} beyond all bounds. */
  public static long size(Map<String, List<String>> values) {
    long size = values.isEmpty() ? 0 : 1;
    for (List<String> some : values.values()) {
      if (!some.isEmpty() && size > Long.MAX_VALUE / some.size()) {
        return Long.MAX_VALUE;
      }
      size *= some.size();
    }
    return size;
  }

  /** Name of the step of one turn: {@code <step>-<index>}. */
  public static String name(String step, int index) {
    return step + "-" + index;
  }

  /**
   * The steps of a loop: one for each turn, like the given one, and behind them one that bears its
   * name and stands for them all, so that others can depend on it. Without turns that one passes as
   * soon as its dependencies are met.
   *
   * @param parallelism how many turns may run at the same time, 0 for any number
   */
  public static List<Step> expand(Step step, List<Item> items, int parallelism) {
    Group group = new Group(step.name(), parallelism);
    List<Step> steps = new ArrayList<>();
    Set<Dependency> all = new LinkedHashSet<>();
    for (Item item : items) {
      String name = name(step.name(), item.index());
      all.add(new Dependency(name, Need.FINISHED));
      steps.add(
          new Step(
              name,
              step.stage(),
              step.dependencies(),
              step.trigger(),
              step.work(),
              step.approval(),
              step.ignoreFailure(),
              step.retry(),
              step.pendingTimeout(),
              group));
    }
    steps.add(
        new Step(
            step.name(),
            step.stage(),
            items.isEmpty() ? step.dependencies() : List.copyOf(all),
            items.isEmpty() ? step.trigger() : Trigger.ALL,
            Work.GROUP,
            false,
            step.ignoreFailure(),
            Retry.none(),
            null,
            null));
    return steps;
  }
}
