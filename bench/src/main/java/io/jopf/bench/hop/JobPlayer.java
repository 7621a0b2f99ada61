package io.jopf.bench.hop;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Completes every Job a while after its pod was made, where no node would ever run it. */
final class JobPlayer implements Watcher<Job>, AutoCloseable {

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final KubernetesClient client;
  private final int runMs;
  private final Set<String> seen = new HashSet<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<Watch> watches = new ArrayList<>();

  JobPlayer(KubernetesClient client, int runMs) {
    this.client = client;
    this.runMs = runMs;
  }

  /** Also completes the Jobs of that namespace. */
  void play(String namespace) {
    watches.add(client.batch().v1().jobs().inNamespace(namespace).watch(this));
  }

  @Override
  public synchronized void eventReceived(Action action, Job job) {
    Integer active = job.getStatus() == null ? null : job.getStatus().getActive();
    if (active != null && active > 0 && seen.add(job.getMetadata().getUid())) {
      var unused = clock.schedule(() -> complete(job), runMs, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    // the observer notices that the chain does not end
  }

  @Override
  public void close() {
    watches.forEach(Watch::close);
    clock.shutdown();
  }

  private void complete(Job job) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String condition =
        "{\"type\":\"%s\",\"status\":\"True\",\"lastProbeTime\":\"%s\",\"lastTransitionTime\":\"%s\"}";
    client
        .resource(job)
        .subresource("status")
        .patch(
            MERGE,
            """
            {"status": {"active": 0, "ready": 0, "terminating": 0, "succeeded": 1,
              "completionTime": "%s", "conditions": [%s, %s]}}
            """
                .formatted(
                    now,
                    condition.formatted("SuccessCriteriaMet", now, now),
                    condition.formatted("Complete", now, now)));
  }
}
