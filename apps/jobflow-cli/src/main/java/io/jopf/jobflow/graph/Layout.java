package io.jopf.jobflow.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places the steps of a graph in layers, those that wait below those they wait for. */
final class Layout {
  private static final double LETTER = 7.2;
  private static final double MARGIN = 24;
  private static final double HEIGHT = 44;
  private static final double GAP = 24;

  /** More steps than this are placed less carefully, so that it takes seconds and not minutes. */
  private static final int MANY = 200;

  /** A point. */
  record Point(double x, double y) {}

  /** A rectangle. */
  record Box(double x, double y, double width, double height) {}

  private final Map<Integer, Box> boxes = new HashMap<>();
  private final List<List<Point>> lines = new ArrayList<>();
  private double width;
  private double height;

  private Layout() {}

  static Layout of(FlowGraph graph) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    Layout layout = new Layout();
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
    root.setProperty(CoreOptions.SPACING_NODE_NODE, GAP);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(GAP));
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 2 * GAP);
    if (graph.nodes().size() > MANY) {
      root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH_SOURCE);
      root.setProperty(LayeredOptions.THOROUGHNESS, 1);
    }
    List<ElkNode> nodes = new ArrayList<>();
    for (GraphNode node : graph.nodes()) {
      ElkNode box = ElkGraphUtil.createNode(root);
      int letters = Math.max(node.name().length(), node.detail().length());
      box.setDimensions(letters * LETTER + MARGIN, HEIGHT);
      nodes.add(box);
    }
    List<ElkEdge> edges = new ArrayList<>();
    for (GraphEdge edge : graph.edges()) {
      edges.add(ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to())));
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    for (int i = 0; i < nodes.size(); i++) {
      ElkNode box = nodes.get(i);
      layout.boxes.put(i, new Box(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
    }
    edges.forEach(edge -> layout.lines.add(line(edge)));
    layout.width = root.getWidth();
    layout.height = root.getHeight();
    return layout;
  }

  private static List<Point> line(ElkEdge edge) {
    List<Point> line = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      line.add(new Point(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        line.add(new Point(bend.getX(), bend.getY()));
      }
      line.add(new Point(section.getEndX(), section.getEndY()));
    }
    return line;
  }

  Box box(int node) {
    return boxes.getOrDefault(node, new Box(0, 0, 0, 0));
  }

  List<Point> line(int edge) {
    return lines.get(edge);
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }
}
