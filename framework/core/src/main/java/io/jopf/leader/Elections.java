package io.jopf.leader;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.StartupException;
import io.jopf.time.Time;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Makes the operator's candidacy as it is configured. */
@Singleton
public final class Elections {

  private static final int UNIQUE_CHARS = 8;

  private final KubernetesClient client;
  private final Time time;
  private final ElectionSettings settings;
  private final OwnPod pod;

  @Inject
  Elections(KubernetesClient client, Time time, ElectionSettings settings) {
    this(client, time, settings, OwnPod.find());
  }

  Elections(KubernetesClient client, Time time, ElectionSettings settings, OwnPod pod) {
    this.client = client;
    this.time = time;
    this.settings = settings;
    this.pod = pod;
  }

  /** Whether there is one at all. */
  public boolean areHeld() {
    return settings.enabled() == null ? pod.usesItsAccount() : settings.enabled();
  }

  /**
   * A candidacy that has not begun.
   *
   * @param operator the operator's name
   * @throws StartupException if the settings or our rights do not allow it
   */
  public Election candidacy(String operator, LeaderListener listener) {
    Timing timing =
        new Timing(settings.leaseDuration(), settings.renewDeadline(), settings.retryPeriod());
    String namespace = namespace();
    String name = settings.leaseName() == null ? operator : settings.leaseName();
    new LeaseRights(client).check(namespace, name);
    // several tries fit into the deadline even when one of them is not answered
    Duration patience = timing.renew().dividedBy(2);
    ApiLease lease = new ApiLease(client, time, namespace, name, patience);
    Candidate candidate =
        new Candidate(lease, time, timing, identity(), RandomGenerator.getDefault());
    return new Election(candidate, time, timing, thread(), listener);
  }

  private String namespace() {
    if (settings.namespace() != null) {
      return settings.namespace();
    }
    String own = pod.namespace() == null ? client.getNamespace() : pod.namespace();
    if (own == null) {
      throw new StartupException(
          "leader election needs a namespace for its lease: set JOPF_LEADER_ELECTION_NAMESPACE");
    }
    return own;
  }

  /** Never the same in two processes, and not in the next life of a pod either. */
  private String identity() {
    String named = settings.identity() == null ? pod.name() : settings.identity();
    String unique = UUID.randomUUID().toString().substring(0, UNIQUE_CHARS);
    return (named == null ? "local" : named) + "_" + unique;
  }

  private static ThreadPoolExecutor thread() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "jopf-lease");
              thread.setDaemon(true);
              return thread;
            });
    one.allowCoreThreadTimeOut(true);
    return one;
  }
}
