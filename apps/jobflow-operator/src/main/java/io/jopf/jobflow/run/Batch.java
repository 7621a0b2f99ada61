package io.jopf.jobflow.run;

import io.jopf.flow.Observed;
import io.jopf.flow.Start;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Jobs that one round makes. When the API server has failed some times in a row the others are
 * not tried: each might take as long as a time-out.
 */
final class Batch {
  private final Function<Start, Made> starter;
  private final int enough;
  private final AtomicInteger inRow = new AtomicInteger();
  private volatile @Nullable Made last;

  /**
   * None yet.
   *
   * @param starter makes a Job; for several threads
   * @param enough so many failures in a row are
   */
  Batch(Function<Start, Made> starter, int enough) {
    this.starter = starter;
    this.enough = enough;
  }

  Made make(Start start) {
    Made failed = last;
    if (failed != null && failed.trouble() != null && inRow.get() >= enough) {
      Observed why = Observed.held("Delayed", "the API server is in trouble");
      return Made.later(start.step(), why, failed.trouble());
    }
    Made made = starter.apply(start);
    if (!made.isServerWell()) {
      last = made;
      inRow.incrementAndGet();
    } else if (made.job() != null) {
      inRow.set(0);
    }
    return made;
  }
}
