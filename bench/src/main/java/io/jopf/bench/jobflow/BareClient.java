package io.jopf.bench.jobflow;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The yardstick: no operator, only a watch of Jobs, counters, and threads that create the next Jobs
 * when it sees that all of what they wait for is complete. Stores nothing.
 */
final class BareClient implements Watcher<Job>, Contender {

  private static final int PARALLEL = 32;

  private static final class Going {
    final String namespace;
    final String flow;
    final List<List<Integer>> dependents;
    final List<AtomicInteger> left;

    Going(String namespace, String flow, Graph graph) {
      this.namespace = namespace;
      this.flow = flow;
      this.dependents = graph.dependents();
      this.left = graph.needs().stream().map(needs -> new AtomicInteger(needs.size())).toList();
    }
  }

  private final KubernetesClient client;
  private final ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
  private final Map<String, Going> going = new ConcurrentHashMap<>();
  private final Watch watch;

  BareClient(KubernetesClient client) {
    this.client = client;
    this.watch = client.batch().v1().jobs().inAnyNamespace().watch(this);
  }

  @Override
  public String name() {
    return "bare client";
  }

  @Override
  public void begin(String namespace, String name, Graph graph) {
    Going flow = new Going(namespace, name, graph);
    going.put(namespace + "/" + name, flow);
    for (int i = 0; i < graph.size(); i++) {
      if (graph.needs().get(i).isEmpty()) {
        create(flow, i);
      }
    }
  }

  private void create(Going flow, int step) {
    threads.execute(() -> client.resource(Manifests.job(flow.namespace, flow.flow, step)).create());
  }

  @Override
  public void eventReceived(Action action, Job job) {
    Going flow =
        going.get(Manifests.flowOf(job.getMetadata().getNamespace(), job.getMetadata().getName()));
    if (action == Action.MODIFIED && flow != null && Manifests.isComplete(job)) {
      for (int next : flow.dependents.get(Manifests.stepOf(job.getMetadata().getName()))) {
        if (flow.left.get(next).decrementAndGet() == 0) {
          create(flow, next);
        }
      }
    }
  }

  @Override
  public void onClose(WatcherException cause) {
    // the run does not end then, and await() says so
  }

  @Override
  public void close() {
    watch.close();
    threads.shutdownNow();
  }
}
