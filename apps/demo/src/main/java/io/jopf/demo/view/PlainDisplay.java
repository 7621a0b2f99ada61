package io.jopf.demo.view;

import io.jopf.demo.DemoException;
import io.jopf.demo.state.Snapshot;
import io.jopf.demo.state.Verdict;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Prints a line per transition. */
final class PlainDisplay implements Display {

  private final PrintStream out;
  private Snapshot shown = new Snapshot(List.of(), List.of(), List.of(), List.of());

  PlainDisplay(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void note(String text) {
    out.println(text);
    checkRead();
  }

  @Override
  public synchronized void show(Snapshot snapshot, Duration now, String title) {
    for (String transition : Transitions.between(shown, snapshot)) {
      out.println(Times.text(now) + " " + transition);
    }
    shown = snapshot;
    checkRead();
  }

  @Override
  public synchronized void summary(List<Verdict> verdicts) {
    out.println();
    Summary.of(verdicts, "ok", "WRONG").forEach(out::println);
  }

  private void checkRead() {
    if (out.checkError()) {
      throw new DemoException("nobody reads the output");
    }
  }

  @Override
  public synchronized void close() {
    out.flush();
  }
}
