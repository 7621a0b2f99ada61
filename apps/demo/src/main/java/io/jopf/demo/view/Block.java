package io.jopf.demo.view;

import java.util.ArrayList;
import java.util.List;

/**
 * One example in a frame: what it is at the left, its details at the right.
 *
 * @param left its title, and its state below that
 */
record Block(List<Line> left, List<Line> right) {

  int titleWidth() {
    return left.stream().mapToInt(Line::length).max().orElse(0);
  }

  /** Both sides beside each other. */
  List<Line> lines(int leftWidth) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      Line line = new Line();
      if (i < left.size()) {
        line.add(left.get(i));
      }
      if (i < right.size()) {
        line.padTo(leftWidth).add(right.get(i));
      }
      lines.add(line);
    }
    return lines;
  }
}
