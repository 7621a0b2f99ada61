package io.jopf.jobflow.graph;

import io.jopf.flow.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How states look; the same in every picture. */
final class Palette {

  /** Colours of a state, readable under dark text. */
  record Look(String fill, String line, boolean dashed) {}

  static final Map<String, Look> STYLES = styles();

  private Palette() {}

  private static Map<String, Look> styles() {
    Map<String, Look> styles = new LinkedHashMap<>();
    styles.put("waiting", new Look("#eceff1", "#90a4ae", false));
    styles.put("blocked", new Look("#ffe0b2", "#bf360c", true));
    styles.put("running", new Look("#bbdefb", "#1565c0", false));
    styles.put("retry_wait", new Look("#fff9c4", "#f9a825", false));
    styles.put("succeeded", new Look("#c8e6c9", "#2e7d32", false));
    styles.put("failed", new Look("#ffcdd2", "#c62828", false));
    styles.put("skipped", new Look("#ffffff", "#b0bec5", true));
    styles.put("cancelled", new Look("#e1bee7", "#6a1b9a", false));
    styles.put("missing", new Look("#ffffff", "#c62828", true));
    return styles;
  }

  static Look look(GraphNode node) {
    return STYLES.getOrDefault(node.style(), new Look("#ffffff", "#000000", false));
  }

  static List<Integer> members(FlowGraph graph, Stage stage) {
    return IntStream.range(0, graph.nodes().size())
        .filter(number -> graph.nodes().get(number).stage() == stage)
        .boxed()
        .toList();
  }

  static String title(Stage stage, FlowGraph graph) {
    return switch (stage) {
      case MAIN -> graph.name().isEmpty() ? "flow" : graph.name();
      case ERROR -> "on-failure";
      case FINALLY -> "finally";
    };
  }
}
