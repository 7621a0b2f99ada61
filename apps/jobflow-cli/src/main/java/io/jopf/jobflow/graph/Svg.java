package io.jopf.jobflow.graph;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a graph as a picture that browsers show; states are classes, so pages can restyle it. */
public final class Svg {
  private static final double CORNER = 6;
  private static final double BASELINE = 4;
  private static final double LINE = 9;

  private Svg() {}

  /** A whole SVG document, with a line break at its end. */
  public static String write(FlowGraph graph) {
    Layout layout = Layout.of(graph);
    StringBuilder out = new StringBuilder();
    String title = escaped(graph.name() + (graph.state().isEmpty() ? "" : ": " + graph.state()));
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
        .append(number(layout.width()))
        .append(' ')
        .append(number(layout.height()))
        .append("\" width=\"")
        .append(number(layout.width()))
        .append("\" height=\"")
        .append(number(layout.height()))
        .append("\">\n<title>")
        .append(title)
        .append("</title>\n");
    style(out);
    out.append("<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\"")
        .append(" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\"")
        .append(" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
    for (int i = 0; i < graph.edges().size(); i++) {
      edge(out, graph.edges().get(i), layout.line(i));
    }
    for (int i = 0; i < graph.nodes().size(); i++) {
      node(out, graph.nodes().get(i), layout.box(i));
    }
    return out.append("</svg>\n").toString();
  }

  private static void style(StringBuilder out) {
    out.append("<style>\n")
        .append("text{font:12px Helvetica,Arial,sans-serif;text-anchor:middle;fill:#212121}\n")
        .append(".edge{fill:none;stroke:#78909c;marker-end:url(#arrow)}\n")
        .append(".critical rect,.edge.critical{stroke-width:3}\n");
    Palette.STYLES.forEach(
        (style, look) ->
            out.append('.')
                .append(style)
                .append(" rect{fill:")
                .append(look.fill())
                .append(";stroke:")
                .append(look.line())
                .append(look.dashed() ? ";stroke-dasharray:4" : "")
                .append("}\n"));
    out.append("</style>\n");
  }

  private static void edge(StringBuilder out, GraphEdge edge, List<Layout.Point> line) {
    String points =
        line.stream()
            .map(p -> number(p.x()) + "," + number(p.y()))
            .collect(Collectors.joining(" "));
    out.append("<polyline class=\"edge").append(edge.critical() ? " critical" : "");
    out.append("\" points=\"").append(points).append("\"/>\n");
    if (!edge.label().isEmpty() && !line.isEmpty()) {
      Layout.Point first = line.get(0);
      Layout.Point second = line.get(Math.min(1, line.size() - 1));
      text(out, (first.x() + second.x()) / 2, (first.y() + second.y()) / 2, edge.label());
    }
  }

  private static void node(StringBuilder out, GraphNode node, Layout.Box box) {
    String shape = node.shape().name().toLowerCase(Locale.ROOT);
    out.append("<g class=\"").append(node.style()).append(" shape-").append(shape);
    out.append(node.critical() ? " critical" : "").append("\"><title>");
    String reason = node.reason().isEmpty() ? "" : " (" + node.reason() + ")";
    out.append(escaped(node.name() + ": " + node.state().text() + reason)).append("</title>");
    out.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y()));
    out.append("\" width=\"").append(number(box.width()));
    out.append("\" height=\"").append(number(box.height()));
    out.append("\" rx=\"").append(number(CORNER)).append("\"/>");
    double x = box.x() + box.width() / 2;
    double y = box.y() + box.height() / 2 + BASELINE;
    if (node.detail().isEmpty()) {
      text(out, x, y, node.name());
    } else {
      text(out, x, y - LINE, node.name());
      text(out, x, y + LINE, node.detail());
    }
    out.append("</g>\n");
  }

  private static void text(StringBuilder out, double x, double y, String text) {
    out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\">");
    out.append(escaped(text)).append("</text>");
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
