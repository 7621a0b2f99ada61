package io.jopf.bench.hop;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import org.jspecify.annotations.Nullable;

/** The yardstick: no operator, only a watch that creates the next Job when it sees one complete. */
final class BareChain implements Chain {

  private final KubernetesClient client;
  private @Nullable Watch watch;

  BareChain(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public void begin(String namespace, int jobs) {
    watch = client.batch().v1().jobs().inNamespace(namespace).watch(new Next(namespace, jobs));
    create(namespace, 0);
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
  }

  private void create(String namespace, int number) {
    client.resource(Jobs.job(namespace, "step-" + number)).create();
  }

  private final class Next implements Watcher<Job> {

    private final String namespace;
    private final int jobs;
    private int last;

    private Next(String namespace, int jobs) {
      this.namespace = namespace;
      this.jobs = jobs;
    }

    @Override
    public void eventReceived(Action action, Job job) {
      boolean isLast = job.getMetadata().getName().equals("step-" + last);
      if (isLast && last + 1 < jobs && Jobs.isComplete(job)) {
        last++;
        create(namespace, last);
      }
    }

    @Override
    public void onClose(WatcherException cause) {
      // the observer notices that the chain does not end
    }
  }
}
