package io.jopf.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens on a board because time has passed. */
final class Clockwork {
  private final Board board;
  private final boolean limits;

  Clockwork(Board board) {
    this.board = board;
    this.limits = board.nodes.stream().anyMatch(node -> node.step.pendingTimeout() != null);
  }

  /** Steps whose pause is over get ready. */
  void wake(Instant now) {
    for (Node node : List.copyOf(board.pausing)) {
      if (!now.isBefore(next(node)) && !board.doomed.contains(node)) {
        board.pausing.remove(node);
        board.ready.add(node);
      }
    }
  }

  /** Ends what was due for too long; while nothing may start, nobody is to blame. */
  boolean expire(boolean mayStart, Instant now) {
    if (!limits) {
      return false;
    }
    boolean any = false;
    for (Node node : List.copyOf(board.ready)) {
      if (node.step.pendingTimeout() != null && node.status.state() == StepState.WAITING) {
        Instant since = node.status.due() == null ? now : node.status.due();
        node.status = node.status.dueSince(mayStart ? since : null);
        if (mayStart && over(node, now)) {
          giveUp(node, now);
          any = true;
        }
      }
    }
    for (Node node : List.copyOf(board.active)) {
      if (node.step.pendingTimeout() == null || node.job.phase() != Observed.Phase.PENDING) {
        continue;
      }
      if (!mayStart) {
        node.status = node.status.dueSince(null);
      } else if (node.status.due() == null) {
        node.status = node.status.dueSince(now);
      } else if (over(node, now)) {
        giveUp(node, now);
        any = true;
      }
    }
    return any;
  }

  private void giveUp(Node node, Instant now) {
    int attempts = node.status.attempts() - node.status.spent();
    if (attempts > 0 && node.step.retry().allows(attempts)) {
      board.pause(node, failed(node, StepState.RETRY_WAIT, now));
    } else {
      board.end(node, failed(node, StepState.FAILED, now));
    }
  }

  private static boolean over(Node node, Instant now) {
    Instant at = expiry(node);
    return at != null && !now.isBefore(at);
  }

  private static @Nullable Instant expiry(Node node) {
    Duration limit = node.step.pendingTimeout();
    return (limit == null || node.status.due() == null) ? null : node.status.due().plus(limit);
  }

  private static StepStatus failed(Node node, StepState state, Instant now) {
    Duration limit = node.step.pendingTimeout();
    String message = "not running after " + (limit == null ? 0 : limit.toSeconds()) + " s";
    return node.status.ended(state, Reasons.PENDING_TIMEOUT, message, now);
  }

  private static Instant next(Node node) {
    StepStatus status = node.status;
    Instant failed = status.finished() == null ? Instant.EPOCH : status.finished();
    return failed.plus(node.step.retry().pause(status.attempts() - status.spent()));
  }

  /** When something more happens by itself; null if nothing does. */
  @Nullable Instant again(@Nullable Instant deadline) {
    Instant first = deadline;
    for (Node node : board.pausing) {
      if (!board.doomed.contains(node)) {
        first = earlier(first, next(node));
      }
    }
    if (!limits) {
      return first;
    }
    for (Node node : board.ready) {
      first = earlier(first, expiry(node));
    }
    for (Node node : board.active) {
      first = earlier(first, expiry(node));
    }
    return first;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
