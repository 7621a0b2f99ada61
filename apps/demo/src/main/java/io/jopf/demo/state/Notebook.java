package io.jopf.demo.state;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JupyterNotebook.
 *
 * @param parts what it should own
 * @param url how to open it, the token cut off; null before it is known
 * @param available whether its server answers
 * @param time until it was complete, or so far
 */
public record Notebook(
    String title, List<Part> parts, @Nullable String url, boolean available, Duration time) {

  Notebook after(Duration elapsed) {
    return new Notebook(title, parts, url, available, elapsed);
  }

  /** Whether it has all that the documentation promises. */
  public boolean isComplete() {
    return url != null && parts.stream().allMatch(part -> part.present() >= part.expected());
  }

  /** How many objects it owns. */
  public int present() {
    return parts.stream().mapToInt(Part::present).sum();
  }

  /** How many objects it should own. */
  public int expected() {
    return parts.stream().mapToInt(Part::expected).sum();
  }

  /**
   * Objects of one kind.
   *
   * @param expected how many there should be
   * @param present how many there are
   */
  public record Part(String kind, int expected, int present) {}
}
