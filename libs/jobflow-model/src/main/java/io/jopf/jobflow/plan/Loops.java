package io.jopf.jobflow.plan;

import io.jopf.flow.ForEach;
import io.jopf.jobflow.api.ForEachSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads what a step loops over. */
final class Loops {
  /** More turns than this are refused. */
  static final int MOST = 1000;

  private Loops() {}

  /** How many turns; {@link Long#MAX_VALUE} beyond all bounds. */
  static long size(ForEachSpec loop) {
    if (loop.items() != null) {
      return loop.items().size();
    }
    if (loop.count() != null) {
      return loop.count();
    }
    return loop.matrix() == null ? 0 : ForEach.size(loop.matrix());
  }

  static List<ForEach.Item> of(ForEachSpec loop) {
    if (loop.items() != null) {
      return ForEach.items(loop.items());
    }
    if (loop.count() != null) {
      return ForEach.count(loop.count());
    }
    // sorted: the order in which a map was written is not kept by everybody
    Map<String, List<String>> matrix = Objects.requireNonNullElse(loop.matrix(), Map.of());
    return ForEach.matrix(new TreeMap<>(matrix));
  }
}
