package io.jopf.jobflow.cli;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.Rerun;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows one flow. */
final class FlowWatch {

  /** What came; without a flow the watch has ended. */
  private record Seen(Optional<JobFlow> flow, boolean deleted) {}

  private final Flows flows;
  private final String name;

  FlowWatch(Flows flows, String name) {
    this.flows = flows;
    this.name = name;
  }

  /** Whether nothing more will come of a flow; not while another run of it is wished for. */
  static boolean isOver(JobFlow flow) {
    return hasEnded(flow) && Rerun.of(flow) == Rerun.NOTHING;
  }

  /** Whether its last run has ended, even if another one is wished for. */
  static boolean hasEnded(JobFlow flow) {
    return flow.getStatus() != null && flow.getStatus().completionTime() != null;
  }

  /**
   * Shows every state until one is enough.
   *
   * @param timeout null for none
   * @return the last state; empty if the time was up before
   * @throws CliException if the flow is deleted meanwhile
   */
  @SuppressWarnings("try") // the watch is only to be closed
  Optional<JobFlow> until(Predicate<JobFlow> enough, @Nullable Duration timeout) {
    // what is longer than nanoseconds can be counted is for ever
    long most = timeout == null ? Long.MAX_VALUE : TimeUnit.NANOSECONDS.convert(timeout);
    long begin = System.nanoTime();
    while (true) {
      JobFlow now = flows.get(name);
      if (enough.test(now)) {
        return Optional.of(now);
      }
      BlockingQueue<Seen> queue = new LinkedBlockingQueue<>();
      try (Watch watch = flows.resource(name).watch(new Mail(queue))) {
        Seen seen;
        do {
          seen = queue.poll(most - (System.nanoTime() - begin), TimeUnit.NANOSECONDS);
          if (seen == null) {
            return Optional.empty();
          }
          if (seen.deleted()) {
            throw new CliException("flow " + name + " was deleted");
          }
          if (seen.flow().isPresent() && enough.test(seen.flow().get())) {
            return seen.flow();
          }
        } while (seen.flow().isPresent());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CliException("interrupted", e);
      }
    }
  }

  private record Mail(BlockingQueue<Seen> queue) implements Watcher<GenericKubernetesResource> {
    @Override
    public void eventReceived(Action action, GenericKubernetesResource object) {
      if (action == Action.ADDED || action == Action.MODIFIED || action == Action.DELETED) {
        queue.add(new Seen(Optional.of(Flows.of(object)), action == Action.DELETED));
      }
    }

    @Override
    public void onClose(WatcherException cause) {
      queue.add(new Seen(Optional.empty(), false));
    }
  }
}
