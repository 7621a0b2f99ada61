package io.jopf.demo.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.demo.state.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphLinesTest {

  @Test
  void steps_stand_in_columns_and_lines_lead_to_what_depends_on_them() {
    assertThat(drawn(Steps.example(), Symbols.UNICODE))
        .containsExactly(
            "✓ job1 0.6s ─▸ ● job2 3.2s ─▸ ○ job3", "✓ job4 0.6s ────────────────▸ ○ job5 ←job2");
  }

  @Test
  void a_terminal_without_unicode_gets_ascii() {
    assertThat(drawn(Steps.failing(), Symbols.ASCII))
        .containsExactly(
            "+ job1 0.6s -> x job2-error-container 0.6s", "+ job4 0.6s    - job3 <job1,job2?");
  }

  private static List<String> drawn(List<Step> steps, Symbols symbols) {
    return GraphLines.of(GraphLayout.of(steps), symbols).stream().map(Line::toString).toList();
  }
}
