package io.jopf.daemon;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for daemons that have been told to stop. The clock of the machine counts: whoever stops an
 * operator may not move a virtual one any more.
 */
record DaemonEnds(List<DaemonRun> running) {

  /**
   * Waits, and interrupts those that take too long.
   *
   * @return whether all have ended
   */
  boolean await(Duration grace) {
    Duration patience =
        running.stream()
            .map(DaemonRun::patience)
            .filter(longest -> longest.compareTo(grace) < 0)
            .max(Comparator.naturalOrder())
            .orElse(grace);
    CompletableFuture<?> all =
        CompletableFuture.allOf(
            running.stream().map(DaemonRun::end).toArray(CompletableFuture[]::new));
    if (isOver(all, patience)) {
      return true;
    }
    running.forEach(DaemonRun::interrupt);
    return isOver(all, grace.minus(patience));
  }

  private static boolean isOver(CompletableFuture<?> all, Duration patience) {
    try {
      all.get(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}
