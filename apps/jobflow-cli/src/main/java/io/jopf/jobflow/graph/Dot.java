package io.jopf.jobflow.graph;

import io.jopf.flow.Stage;
import java.util.List;

/** Writes a graph for Graphviz. */
public final class Dot {

  private Dot() {}

  /** A digraph, with a line break at its end. */
  public static String write(FlowGraph graph) {
    StringBuilder out = new StringBuilder();
    out.append("digraph ").append(quoted(graph.name())).append(" {\n");
    out.append("  node [shape=box, style=filled, fontname=\"Helvetica\"];\n");
    for (Stage stage : Stage.values()) {
      List<Integer> members = Palette.members(graph, stage);
      boolean cluster = stage != Stage.MAIN && !members.isEmpty();
      if (cluster) {
        String title = Palette.title(stage, graph);
        out.append("  subgraph ").append(quoted("cluster_" + title));
        out.append(" {\n  label=").append(quoted(title)).append(";\n");
      }
      members.forEach(number -> node(out, number, graph.nodes().get(number)));
      out.append(cluster ? "  }\n" : "");
    }
    for (GraphEdge edge : graph.edges()) {
      out.append("  s").append(edge.from()).append(" -> s").append(edge.to());
      String label = edge.label().isEmpty() ? "" : "label=" + quoted(edge.label());
      String width = edge.critical() ? "penwidth=3" : "";
      String comma = label.isEmpty() || width.isEmpty() ? "" : ", ";
      String attributes = label + comma + width;
      out.append(attributes.isEmpty() ? "" : " [" + attributes + "]").append(";\n");
    }
    return out.append("}\n").toString();
  }

  private static void node(StringBuilder out, int number, GraphNode node) {
    Palette.Look look = Palette.look(node);
    String detail = node.detail().isEmpty() ? "" : "\n" + node.detail();
    out.append("  s").append(number).append(" [label=").append(quoted(node.name() + detail));
    String shape =
        switch (node.shape()) {
          case LOOP -> ", peripheries=2";
          case BARRIER -> ", shape=hexagon";
          case APPROVAL -> ", shape=diamond";
          default -> "";
        };
    out.append(shape);
    out.append(", class=").append(quoted(node.style() + (node.critical() ? " critical" : "")));
    out.append(", fillcolor=").append(quoted(look.fill()));
    out.append(", color=").append(quoted(look.line()));
    out.append(look.dashed() ? ", style=\"filled,dashed\"" : "");
    out.append(node.critical() ? ", penwidth=3" : "").append("];\n");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
