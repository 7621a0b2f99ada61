package io.jopf.jobflow;

import io.jopf.ObjectKey;
import io.jopf.Reconciler;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.node.NodeChoice;
import io.jopf.jobflow.node.NodeFacts;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The DaemonJobs that are not over, and what they choose: a node that has changed wakes those to
 * which it means something else than before, and no other.
 */
@Singleton
final class Followers {
  private final Map<ObjectKey, NodeChoice> choices = new ConcurrentHashMap<>();
  private final Reconciler reconciler;

  Followers(Reconciler reconciler) {
    this.reconciler = reconciler;
  }

  /** To be called before the nodes are looked at, so that none changes unnoticed in between. */
  void follow(ObjectKey daemonJob, NodeChoice choice) {
    choices.put(daemonJob, choice);
  }

  void unfollow(ObjectKey daemonJob) {
    choices.remove(daemonJob);
  }

  /**
   * A node has changed.
   *
   * @param before null for a new one
   * @param now null for one that has gone
   */
  void changed(@Nullable NodeFacts before, @Nullable NodeFacts now) {
    if (Objects.equals(before, now)) {
      return; // a heartbeat, most likely
    }
    choices.forEach(
        (daemonJob, choice) -> {
          boolean same =
              before != null && now != null && choice.place(before).equals(choice.place(now));
          if (!same) {
            reconciler.reconcile(DaemonJob.class, daemonJob);
          }
        });
  }
}
