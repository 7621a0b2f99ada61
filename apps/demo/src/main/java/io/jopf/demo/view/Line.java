package io.jopf.demo.view;

import java.util.ArrayList;
import java.util.List;

/** A line of coloured text. */
final class Line {

  private record Span(String text, Color color) {}

  private final List<Span> spans = new ArrayList<>();
  private int length;

  static Line of(String text) {
    return new Line().add(text);
  }

  Line add(String text) {
    return add(text, Color.PLAIN);
  }

  Line add(String text, Color color) {
    if (!text.isEmpty()) {
      spans.add(new Span(text, color));
      length += text.length();
    }
    return this;
  }

  Line add(Line other) {
    other.spans.forEach(span -> add(span.text(), span.color()));
    return this;
  }

  /** Adds spaces up to a length. */
  Line padTo(int width) {
    return add(" ".repeat(Math.max(0, width - length)));
  }

  int length() {
    return length;
  }

  /** This line, or its beginning and a mark if it is longer. */
  Line cut(int width, String mark) {
    if (length <= width) {
      return this;
    }
    Line cut = new Line();
    int room = Math.max(0, width - mark.length());
    for (Span span : spans) {
      String text = span.text();
      cut.add(text.substring(0, Math.min(text.length(), room - cut.length())), span.color());
    }
    return cut.add(mark, Color.DIM);
  }

  String ansi() {
    StringBuilder text = new StringBuilder();
    spans.forEach(span -> text.append(span.color().paint(span.text())));
    return text.toString();
  }

  /** The text without colours. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    spans.forEach(span -> text.append(span.text()));
    return text.toString();
  }
}
