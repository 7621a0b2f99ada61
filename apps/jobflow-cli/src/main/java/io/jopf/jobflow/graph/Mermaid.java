package io.jopf.jobflow.graph;

import io.jopf.flow.Stage;
import java.util.List;

/** Writes a graph for Mermaid, as many pages and tools show it. */
public final class Mermaid {

  private Mermaid() {}

  /** A flowchart, with a line break at its end. */
  public static String write(FlowGraph graph) {
    StringBuilder out = new StringBuilder("flowchart TD\n");
    boolean stages = graph.nodes().stream().anyMatch(node -> node.stage() != Stage.MAIN);
    for (Stage stage : Stage.values()) {
      List<Integer> members = Palette.members(graph, stage);
      if (members.isEmpty()) {
        continue;
      }
      if (stages) {
        out.append("  subgraph ").append(Palette.title(stage, graph)).append('\n');
      }
      for (int number : members) {
        node(out.append(stages ? "    " : "  "), number, graph.nodes().get(number));
      }
      if (stages) {
        out.append("  end\n");
      }
    }
    for (GraphEdge edge : graph.edges()) {
      String arrow = edge.critical() ? "==>" : "-->";
      out.append("  s").append(edge.from()).append(' ').append(arrow);
      if (!edge.label().isEmpty()) {
        out.append('|').append(edge.label()).append('|');
      }
      out.append(" s").append(edge.to()).append('\n');
    }
    Palette.STYLES.forEach(
        (style, look) ->
            out.append("  classDef ")
                .append(style)
                .append(" fill:")
                .append(look.fill())
                .append(",stroke:")
                .append(look.line())
                .append(look.dashed() ? ",stroke-dasharray:4" : "")
                .append('\n'));
    out.append("  classDef critical stroke-width:4px\n");
    return out.toString();
  }

  private static void node(StringBuilder out, int number, GraphNode node) {
    String detail = node.detail().isEmpty() ? "" : "<br/>" + escaped(node.detail());
    String text = "\"" + escaped(node.name()) + detail + "\"";
    out.append('s').append(number);
    switch (node.shape()) {
      case LOOP -> out.append("[[").append(text).append("]]");
      case BARRIER -> out.append("{{").append(text).append("}}");
      case APPROVAL -> out.append("{").append(text).append("}");
      default -> out.append("[").append(text).append("]");
    }
    out.append(":::").append(node.style()).append('\n');
    if (node.critical()) {
      out.append("    class s").append(number).append(" critical\n");
    }
  }

  private static String escaped(String text) {
    return text.replace("#", "#35;").replace("\"", "#quot;").replace("<", "#lt;");
  }
}
