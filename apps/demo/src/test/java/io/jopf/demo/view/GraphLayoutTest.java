package io.jopf.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.demo.state.Step;
import io.jopf.demo.view.Graph.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GraphLayoutTest {

  @Test
  void a_chain_is_one_row_joined_by_lines() {
    Graph graph =
        GraphLayout.of(
            List.of(Steps.waiting("a"), Steps.waiting("b", "a"), Steps.waiting("c", "b")));

    assertThat(graph.rows()).isEqualTo(1);
    assertThat(graph.cells()).extracting(Cell::column).containsExactly(0, 1, 2);
    assertThat(graph.cells()).extracting(Cell::from).containsExactly(null, "a", "b");
  }

  @Test
  void a_dependency_that_another_implies_is_not_drawn() {
    Cell job3 = cell(GraphLayout.of(Steps.example()), "job3");

    assertThat(job3.from()).isEqualTo("job2");
    assertThat(job3.others()).isEmpty();
  }

  @Test
  void a_line_may_pass_an_empty_column_and_further_dependencies_are_named() {
    Cell job5 = cell(GraphLayout.of(Steps.example()), "job5");

    assertThat(job5.column()).isEqualTo(2);
    assertThat(job5.row()).isEqualTo(1);
    assertThat(job5.from()).isEqualTo("job4");
    assertThat(job5.others()).containsExactly("job2");
  }

  @Test
  void an_unknown_dependency_is_marked() {
    Cell job3 = cell(GraphLayout.of(Steps.failing()), "job3");

    assertThat(job3.from()).isNull();
    assertThat(job3.others()).containsExactly("job1", "job2?");
  }

  @Test
  void a_circle_is_drawn_somehow() {
    Graph graph = GraphLayout.of(List.of(Steps.waiting("a", "b"), Steps.waiting("b", "a")));

    assertThat(graph.cells()).hasSize(2);
  }

  @Test
  void no_steps_make_an_empty_graph() {
    Graph graph = GraphLayout.of(List.of());

    assertThat(graph.rows()).isZero();
    assertThat(graph.columns()).isZero();
  }

  @Property
  void each_step_is_right_of_what_it_depends_on_and_alone_in_its_place(
      @ForAll @IntRange(max = 12) int size, @ForAll long seed) {
    List<Step> steps = steps(size, seed);
    Graph graph = GraphLayout.of(steps);

    assertThat(graph.cells()).hasSize(size);
    assertThat(graph.cells()).extracting(c -> c.column() + "/" + c.row()).doesNotHaveDuplicates();
    for (Cell cell : graph.cells()) {
      for (String dependency : cell.step().dependencies()) {
        assertThat(cell(graph, dependency).column()).isLessThan(cell.column());
      }
    }
  }

  @Property
  void a_line_comes_from_its_left_neighbour_in_the_row(
      @ForAll @IntRange(max = 12) int size, @ForAll long seed) {
    Graph graph = GraphLayout.of(steps(size, seed));

    for (int row = 0; row < graph.rows(); row++) {
      List<Cell> cells = graph.row(row).toList();
      for (int i = 0; i < cells.size(); i++) {
        String from = cells.get(i).from();
        if (from != null) {
          assertThat(i).isPositive();
          assertThat(cells.get(i - 1).step().name()).isEqualTo(from);
        }
      }
    }
  }

  @Property
  void lines_and_names_together_imply_every_dependency(
      @ForAll @IntRange(max = 12) int size, @ForAll long seed) {
    Graph graph = GraphLayout.of(steps(size, seed));

    for (Cell cell : graph.cells()) {
      assertThat(reachable(graph, cell)).containsAll(cell.step().dependencies());
    }
  }

  private static List<String> reachable(Graph graph, Cell cell) {
    List<String> shown = new ArrayList<>(cell.others());
    if (cell.from() != null) {
      shown.add(cell.from());
    }
    List<String> all = new ArrayList<>(shown);
    shown.forEach(name -> all.addAll(reachable(graph, cell(graph, name))));
    return all;
  }

  /** Each step may depend on those before it. */
  private static List<Step> steps(int size, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                Steps.waiting(
                    "s" + i,
                    IntStream.range(0, i)
                        .filter(j -> random.nextInt(3) == 0)
                        .mapToObj(j -> "s" + j)
                        .toArray(String[]::new)))
        .toList();
  }

  private static Cell cell(Graph graph, String name) {
    return graph.cells().stream()
        .filter(cell -> cell.step().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
