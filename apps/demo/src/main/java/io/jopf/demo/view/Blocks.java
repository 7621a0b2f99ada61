package io.jopf.demo.view;

import io.jopf.demo.state.Notebook;
import io.jopf.demo.state.Snapshot;
import io.jopf.demo.state.Template;
import io.jopf.demo.state.Work;
import java.util.ArrayList;
import java.util.List;

/** Turns the examples into blocks. */
final class Blocks {

  private final Symbols symbols;
  private final int width;

  private Blocks(Symbols symbols, int width) {
    this.symbols = symbols;
    this.width = width;
  }

  /**
   * A block per example.
   *
   * @param width of the right sides, where they can be broken
   */
  static List<Block> of(Snapshot snapshot, Symbols symbols, int width) {
    Blocks blocks = new Blocks(symbols, width);
    List<Block> all = new ArrayList<>();
    snapshot.flows().forEach(flow -> all.add(blocks.flow(flow)));
    snapshot.daemonJobs().forEach(job -> all.add(blocks.daemonJob(job)));
    if (!snapshot.templates().isEmpty()) {
      all.add(blocks.templates(snapshot.templates()));
    }
    snapshot.notebooks().forEach(notebook -> all.add(blocks.notebook(notebook)));
    return all;
  }

  private Block flow(Work flow) {
    return new Block(title(flow), GraphLines.of(GraphLayout.of(flow.steps()), symbols));
  }

  private Block daemonJob(Work job) {
    List<Line> nodes = job.steps().stream().map(n -> GraphLines.step(n, symbols)).toList();
    return new Block(title(job), Wrapping.of(nodes, "  ", width));
  }

  private Block templates(List<Template> templates) {
    List<Line> texts =
        templates.stream()
            .map(t -> Line.of(t.title()).add(" used by " + t.users().size(), Color.DIM))
            .toList();
    return new Block(
        List.of(new Line().add("templates", Color.BOLD)), Wrapping.of(texts, "  ", width));
  }

  private static List<Line> title(Work work) {
    Line state = new Line().add(" ");
    if (work.state().isEmpty()) {
      state.add("not seen yet", Color.DIM);
    } else {
      state
          .add(work.state(), color(work.state()))
          .add(" " + work.succeeded() + "/" + work.steps().size() + " ")
          .add(Times.text(work.time()), Color.DIM);
    }
    return List.of(new Line().add(work.title(), Color.BOLD), state);
  }

  private static Color color(String state) {
    return switch (state) {
      case "Succeed" -> Color.GREEN;
      case "Failed" -> Color.RED;
      case "Running" -> Color.YELLOW;
      default -> Color.PLAIN;
    };
  }

  private Block notebook(Notebook notebook) {
    Line parts = new Line();
    for (Notebook.Part part : notebook.parts()) {
      for (int i = 0; i < part.expected(); i++) {
        boolean there = i < part.present();
        parts.add(symbols.present(there), there ? Color.GREEN : Color.DIM);
      }
      parts.add(part.kind() + " ");
    }
    Line state = new Line().add(" ");
    if (notebook.available()) {
      state.add("Available", Color.GREEN);
    } else {
      state.add(notebook.isComplete() ? "made" : "being made", Color.DIM);
    }
    Line url =
        notebook.url() == null ? new Line().add("no URL yet", Color.DIM) : Line.of(notebook.url());
    return new Block(
        List.of(new Line().add(notebook.title(), Color.BOLD), state), List.of(parts, url));
  }
}
