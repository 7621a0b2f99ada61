package io.jopf.demo.view;

import io.jopf.demo.DemoException;
import io.jopf.demo.state.Snapshot;
import io.jopf.demo.state.Verdict;
import java.time.Duration;
import java.util.List;

/** Shows the demo. Thread-safe. */
public interface Display extends AutoCloseable {

  /** Chosen by what standard output is. */
  static Display ofStandardOutput() {
    return Terminal.isInteractive(System.getenv())
        ? new LiveDisplay(Terminal.output(), Terminal::size, Terminal.symbols(System.getenv()))
        : new PlainDisplay(Terminal.output());
  }

  /** Says something; not between the first and the last snapshot. */
  void note(String text);

  /**
   * Shows how the examples stand.
   *
   * @param now since they were applied
   * @param title of the cluster
   * @throws DemoException if nobody reads the output
   */
  void show(Snapshot snapshot, Duration now, String title);

  /** Shows how all ended. */
  void summary(List<Verdict> verdicts);

  /** Leaves the terminal as it was; what comes later is plain text. */
  @Override
  void close();
}
