package io.jopf.demo.view;

import io.jopf.demo.state.Snapshot;
import io.jopf.demo.state.Verdict;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Redraws a frame in place. Each is one write that overwrites the last line by line, so nothing
 * flickers.
 */
final class LiveDisplay implements Display {

  private static final String HIDE_CURSOR = "\033[?25l";
  private static final String SHOW_CURSOR = "\033[?25h";
  private static final String CLEAR_SCREEN = "\033[H\033[2J";
  private static final String CLEAR_LINE = "\033[K";
  private static final String CLEAR_BELOW = "\033[J";
  private static final long MEASURE_NANOS = Duration.ofSeconds(1).toNanos();

  private final PrintStream out;
  private final Supplier<Size> measure;
  private final Symbols symbols;
  private Size size = Size.USUAL;
  private long measured;
  private int drawn;
  private boolean closed;

  LiveDisplay(PrintStream out, Supplier<Size> measure, Symbols symbols) {
    this.out = out;
    this.measure = measure;
    this.symbols = symbols;
  }

  @Override
  public synchronized void note(String text) {
    out.println(text);
  }

  @Override
  public synchronized void show(Snapshot snapshot, Duration now, String title) {
    if (closed) {
      return;
    }
    StringBuilder text = new StringBuilder(drawn == 0 ? HIDE_CURSOR : "");
    if (resized() && drawn > 0) {
      text.append(CLEAR_SCREEN);
    } else if (drawn > 0) {
      text.append("\033[").append(drawn).append('F');
    }
    List<Line> lines = Frame.of(snapshot, now, title, size, symbols);
    lines.forEach(line -> text.append(line.ansi()).append(CLEAR_LINE).append('\n'));
    out.print(text.append(CLEAR_BELOW));
    out.flush();
    drawn = lines.size();
  }

  /** The size is looked up now and then only: that takes another process. */
  private boolean resized() {
    long now = System.nanoTime();
    if (drawn > 0 && now - measured < MEASURE_NANOS) {
      return false;
    }
    measured = now;
    Size before = size;
    size = measure.get();
    return !size.equals(before);
  }

  @Override
  public synchronized void summary(List<Verdict> verdicts) {
    out.println();
    Summary.of(verdicts, symbols.succeeded(), symbols.failed())
        .forEach(line -> out.println(line.cut(size.columns() - 1, symbols.more()).ansi()));
  }

  @Override
  public synchronized void close() {
    if (!closed && drawn > 0) {
      out.print(SHOW_CURSOR);
    }
    out.flush();
    closed = true;
  }
}
