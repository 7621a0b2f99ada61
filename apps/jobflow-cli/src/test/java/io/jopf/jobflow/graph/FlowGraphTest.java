package io.jopf.jobflow.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.lint.FlowFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FlowGraphTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:02:05Z");
  private static final String HEAD =
      """
      apiVersion: api.practice.com/v1alpha1
      kind: JobFlow
      metadata: {name: f}
      spec:
        flows:
      """;

  private static String resource(String name) throws IOException {
    try (var file = FlowGraphTest.class.getResourceAsStream("/graph/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), UTF_8);
    }
  }

  private static FlowGraph graph(String yaml) {
    List<JobFlow> flows = FlowFile.flows("test", yaml);
    return FlowGraph.of(flows.get(0), NOW);
  }

  private static List<String> critical(FlowGraph graph) {
    return graph.nodes().stream().filter(GraphNode::critical).map(GraphNode::name).toList();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
  }

  @Test
  void a_running_flow_as_mermaid() throws IOException {
    assertThat(Mermaid.write(graph(resource("running.yaml")))).isEqualTo(resource("running.mmd"));
  }

  @Test
  void a_running_flow_as_dot() throws IOException {
    assertThat(Dot.write(graph(resource("running.yaml")))).isEqualTo(resource("running.dot"));
  }

  @Test
  void the_longest_time_makes_the_critical_path_and_final_steps_have_their_own()
      throws IOException {
    assertThat(critical(graph(resource("running.yaml"))))
        .containsExactly("load", "slow", "sign-off", "all", "clean");
  }

  @Test
  void before_the_start_the_most_steps_make_it() {
    String steps =
        """
          - {name: a, jobTemplateRef: t}
          - {name: b, jobTemplateRef: t, dependencies: [a]}
          - {name: c, jobTemplateRef: t, dependencies: [b]}
          - {name: d, jobTemplateRef: t}
          - {name: e, jobTemplateRef: t, dependencies: [c, d]}
        """;

    assertThat(critical(graph(HEAD + steps))).containsExactly("a", "b", "c", "e");
  }

  @Test
  void a_cycle_and_a_missing_step_can_be_drawn() throws Exception {
    String steps =
        """
          - {name: a, jobTemplateRef: t, dependencies: [b, gone]}
          - {name: b, jobTemplateRef: t, dependencies: [a]}
        """;
    FlowGraph graph = graph(HEAD + steps);

    assertThat(graph.nodes()).extracting(GraphNode::name).containsExactly("a", "b", "gone");
    assertThat(graph.nodes().get(2).shape()).isEqualTo(GraphNode.Shape.MISSING);
    assertThat(parsed(Svg.write(graph)).getElementsByTagName("rect").getLength()).isEqualTo(3);
  }

  @Test
  void a_picture_has_every_step_with_its_state_as_class() throws Exception {
    String svg = Svg.write(graph(resource("running.yaml")));

    Document picture = parsed(svg);
    assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(11);
    assertThat(svg)
        .contains("<title>nightly: Running</title>")
        .contains("<g class=\"succeeded shape-job critical\"><title>load: Succeeded</title>")
        .contains("<g class=\"running shape-job critical\"><title>slow: Running (Retried)</title>")
        .contains("<g class=\"missing shape-missing\"><title>gone: Waiting</title>");
  }

  @Test
  void a_thousand_steps_are_drawn() throws Exception {
    StringBuilder yaml = new StringBuilder(HEAD);
    for (int layer = 0; layer < 20; layer++) {
      for (int i = 0; i < 50; i++) {
        yaml.append("  - {name: s").append(layer).append('-').append(i).append(", barrier: true");
        if (layer > 0) {
          String before = "s" + (layer - 1) + "-";
          yaml.append(", dependencies: [").append(before).append(i).append(", ");
          yaml.append(before).append((i * 7 + 3) % 50).append("]");
        }
        yaml.append("}\n");
      }
    }

    String svg = Svg.write(graph(yaml.toString()));

    assertThat(parsed(svg).getElementsByTagName("rect").getLength()).isEqualTo(1000);
  }

  @Test
  void texts_cannot_break_out_of_the_picture() {
    FlowGraph graph =
        new FlowGraph(
            "<b>\"&", "", graph(HEAD + "  - {name: a, barrier: true}\n").nodes(), List.of());

    assertThat(Svg.write(graph)).contains("<title>&lt;b&gt;&quot;&amp;</title>");
    assertThat(Dot.write(graph)).startsWith("digraph \"<b>\\\"&\"");
  }
}
