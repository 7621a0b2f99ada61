package io.jopf.demo.view;

import io.jopf.demo.state.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All that is on the screen at one moment. */
final class Frame {

  private Frame() {}

  /**
   * Draws the examples.
   *
   * @return lines that fit into the size, the cursor's line below them included
   */
  static List<Line> of(Snapshot snapshot, Duration now, String title, Size size, Symbols symbols) {
    int width = size.columns() - 1;
    List<Block> measured = Blocks.of(snapshot, symbols, width);
    int left = measured.stream().mapToInt(Block::titleWidth).max().orElse(0) + 1;
    List<Block> blocks = Blocks.of(snapshot, symbols, width - left);

    Line header = new Line().add(Times.text(now), Color.BOLD).add(" on " + title, Color.DIM);
    List<Line> lines = lines(header, blocks, left, true);
    if (lines.size() >= size.rows()) {
      lines = lines(header, blocks, left, false);
    }
    return fit(lines, size.rows() - 1, width, symbols);
  }

  private static List<Line> lines(Line header, List<Block> blocks, int left, boolean roomy) {
    List<Line> lines = new ArrayList<>(List.of(header));
    for (Block block : blocks) {
      if (roomy) {
        lines.add(new Line());
      }
      lines.addAll(block.lines(left));
    }
    return lines;
  }

  private static List<Line> fit(List<Line> lines, int rows, int width, Symbols symbols) {
    List<Line> fitting = new ArrayList<>(lines);
    if (lines.size() > rows) {
      int kept = Math.max(0, rows - 1);
      fitting = new ArrayList<>(lines.subList(0, kept));
      int hidden = lines.size() - kept;
      fitting.add(
          new Line()
              .add(symbols.more() + " " + hidden + " more lines, enlarge the terminal", Color.DIM));
    }
    fitting.replaceAll(line -> line.cut(width, symbols.more()));
    return fitting;
  }
}
