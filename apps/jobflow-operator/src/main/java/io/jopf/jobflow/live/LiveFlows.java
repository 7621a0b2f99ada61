package io.jopf.jobflow.live;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.jopf.ObjectKey;
import io.jopf.Reconciler;
import io.jopf.ResourceMapper;
import io.jopf.WorkAside;
import io.jopf.flow.Observed;
import io.jopf.flow.Start;
import io.jopf.jobflow.api.Api;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.meter.FlowMeters;
import io.jopf.jobflow.run.Hands;
import io.jopf.jobflow.run.Made;
import io.jopf.jobflow.run.Pursuit;
import io.jopf.time.Time;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes changes of Jobs to the flows they belong to, or to a round of them. */
@Singleton
public final class LiveFlows implements ResourceMapper, WorkAside {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFlows.class);

  /** Each may have to wait for the answer to a creation. */
  static final int THREADS = 32;

  /** The UID of a flow; an object of our own, that lasts as long as somebody here keeps it. */
  record Uid(String text) {}

  private final Time time;
  private final Reconciler rounds;
  private final Creations creations;
  private final FlowMeters meters;
  private final ExecutorService threads;
  private final AtomicInteger busy = new AtomicInteger();
  private volatile boolean stopped;

  /** By UID; who has the flow in mind keeps its entry here. */
  private final Map<Uid, WeakReference<LiveFlow>> flows =
      Collections.synchronizedMap(new WeakHashMap<>());

  LiveFlows(Time time, Reconciler rounds, Creations creations, FlowMeters meters) {
    this.time = time;
    this.rounds = rounds;
    this.creations = creations;
    this.meters = meters;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "jobflow-pursuit");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  /** Who creates Jobs. */
  public Hands hands() {
    return creations;
  }

  /**
   * A flow that nothing is known of yet; the caller is to keep it for as long as the flow goes on.
   */
  public LiveFlow of(JobFlow flow) {
    ObjectKey key = ObjectKey.of(flow);
    LiveFlow live =
        new LiveFlow(
            new Uid(flow.getMetadata().getUid()),
            this,
            new Waking(time, () -> rounds.reconcile(JobFlow.class, key)));
    synchronized (flows) {
      // an equal key of an earlier one would stay, and go with that one
      flows.remove(live.uid);
      flows.put(live.uid, new WeakReference<>(live));
    }
    return live;
  }

  @Override
  public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
    return controller(changed)
        .filter(owner -> !takesNote(owner.getUid(), changed))
        .map(owner -> new ObjectKey(changed.getMetadata().getNamespace(), owner.getName()))
        .stream();
  }

  private static Optional<OwnerReference> controller(GenericKubernetesResource job) {
    return job.getMetadata().getOwnerReferences().stream()
        .filter(owner -> Boolean.TRUE.equals(owner.getController()))
        .filter(
            owner ->
                owner.getKind().equals("JobFlow")
                    && owner.getApiVersion().startsWith(Api.GROUP + "/"))
        .findFirst();
  }

  private boolean takesNote(String uid, GenericKubernetesResource job) {
    WeakReference<LiveFlow> reference = flows.get(new Uid(uid));
    LiveFlow flow = reference == null ? null : reference.get();
    return flow != null && flow.changed(job.getMetadata().getName(), attempt(job));
  }

  private static @Nullable Start attempt(GenericKubernetesResource job) {
    Map<String, String> annotations = job.getMetadata().getAnnotations();
    String step = annotations == null ? null : annotations.get(Marks.STEP);
    return step == null ? null : new Start(step, Marks.attempt(job));
  }

  Instant now() {
    return time.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** A clock without a date. */
  Duration elapsed() {
    return time.elapsed();
  }

  /** Has a flow worked for soon; throws if that cannot be. */
  void execute(LiveFlow flow) {
    busy.incrementAndGet();
    boolean taken = false;
    try {
      threads.execute(
          () -> {
            try {
              if (stopped) {
                flow.drop();
              } else {
                flow.work();
              }
            } finally {
              busy.decrementAndGet();
            }
          });
      taken = true;
    } finally {
      if (!taken) {
        busy.decrementAndGet();
      }
    }
  }

  /**
   * Creates a Job, soon, if that is still wanted then; the flow is told in any case.
   *
   * @param by who wants it
   * @param since when the news came that made it due; null if it was none
   */
  void create(LiveFlow flow, Pursuit by, Start start, @Nullable Duration since) {
    creations.submit(creation(flow, by, start, since));
  }

  /** The same, by the thread that calls this if it can, which saves a change of threads. */
  void createHere(LiveFlow flow, Pursuit by, Start start, @Nullable Duration since) {
    creations.carryOut(creation(flow, by, start, since));
  }

  private Creations.Creation creation(
      LiveFlow flow, Pursuit by, Start start, @Nullable Duration since) {
    return new Creations.Creation() {
      @Override
      public Creations.Health carryOut() {
        if (!flow.follows(by)) {
          flow.made(start, Made.dropped(start.step()));
          return Creations.Health.UNKNOWN;
        }
        Made made = make(by, start);
        if (made.job() != null && since != null) {
          meters.hop(elapsed().minus(since));
        }
        flow.made(start, made);
        return made.isServerWell() ? Creations.Health.WELL : Creations.Health.TROUBLED;
      }

      @Override
      public void drop(Throwable why) {
        flow.made(start, Made.dropped(start.step()));
      }
    };
  }

  private static Made make(Pursuit by, Start start) {
    try {
      return by.make(start);
    } catch (RuntimeException e) {
      return delayed(start, e);
    } catch (Error e) {
      LOG.error("the Job of step {} could not be made", start.step(), e);
      return delayed(start, new IllegalStateException(e));
    }
  }

  private static Made delayed(Start start, RuntimeException e) {
    return Made.later(start.step(), Observed.held("Delayed", String.valueOf(e.getMessage())), e);
  }

  @Override
  public boolean isIdle() {
    return busy.get() == 0;
  }

  @PreDestroy
  void stop() {
    stopped = true;
    // what has no thread yet: nobody may wait for it for ever
    threads.shutdownNow().forEach(Runnable::run);
  }
}
