package io.jopf.demo.view;

import java.util.ArrayList;
import java.util.List;

/** Puts short texts into lines. */
final class Wrapping {

  private Wrapping() {}

  /** As many texts to a line as fit. */
  static List<Line> of(List<Line> texts, String between, int width) {
    List<Line> lines = new ArrayList<>();
    Line line = new Line();
    for (Line text : texts) {
      if (line.length() > 0 && line.length() + between.length() + text.length() > width) {
        lines.add(line);
        line = new Line();
      }
      line.add(line.length() == 0 ? "" : between).add(text);
    }
    lines.add(line);
    return lines;
  }
}
