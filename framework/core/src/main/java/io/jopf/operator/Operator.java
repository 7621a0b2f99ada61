package io.jopf.operator;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.StartupException;
import io.jopf.WorkAside;
import io.jopf.activity.CleanUp;
import io.jopf.activity.Probes;
import io.jopf.activity.StartUp;
import io.jopf.cause.Marks;
import io.jopf.client.ResourceKind;
import io.jopf.event.EventPoster;
import io.jopf.handler.HandledKind;
import io.jopf.handler.scan.HandlerScanner;
import io.jopf.index.Indices;
import io.jopf.invoke.Invoker;
import io.jopf.leader.Elections;
import io.jopf.metrics.Observers;
import io.jopf.queue.Threads;
import io.jopf.takeover.KopfSettings;
import io.jopf.takeover.KopfSettings.Mode;
import io.jopf.time.Time;
import io.jopf.watch.Caches;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running operator: starts with the application and stops with it, unless {@code jopf.enabled}
 * is false.
 */
@Singleton
@Requires(property = "jopf.enabled", notEquals = "false")
public final class Operator implements ApplicationEventListener<StartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(Operator.class);
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,40}[a-z0-9])?");

  private final KubernetesClient client;
  private final HandlerScanner scanner;
  private final StartUp startUp;
  private final CleanUp cleanUp;
  private final Elections elections;
  private final Probes probes;
  private final Watching watching;
  private final Invoker invoker;
  private final Observers observer;
  private final Time time;
  private final OperatorSettings settings;
  private final KindWorkers kindWorkers;
  private final List<WorkAside> aside;
  private final Marks marks;
  private final KopfSettings kopf;
  private final List<KindController> controllers = new ArrayList<>();
  private volatile @Nullable Caches caches;
  private volatile @Nullable Leadership leadership;
  private volatile @Nullable EventPoster poster;
  private volatile @Nullable Thread starter;
  private volatile boolean working;
  private volatile boolean started;
  private volatile boolean stopped;

  Operator(
      KubernetesClient client,
      HandlerScanner scanner,
      StartUp startUp,
      CleanUp cleanUp,
      Elections elections,
      Probes probes,
      Watching watching,
      Invoker invoker,
      Observers observer,
      Time time,
      OperatorSettings settings,
      KopfSettings kopf,
      KindWorkers kindWorkers,
      List<WorkAside> aside,
      @Nullable @Value("${micronaut.application.name}") String application) {
    this.client = client;
    this.scanner = scanner;
    this.startUp = startUp;
    this.cleanUp = cleanUp;
    this.elections = elections;
    this.probes = probes;
    this.watching = watching;
    this.invoker = invoker;
    this.observer = observer;
    this.time = time;
    this.settings = settings;
    this.kindWorkers = kindWorkers;
    this.aside = aside;
    this.kopf = kopf;
    Set<String> inherited = kopf.mode() == Mode.ADOPT ? Set.of(kopf.finalizer()) : Set.of();
    this.marks =
        new Marks(identity(settings.name() == null ? application : settings.name()), inherited);
  }

  private static String identity(@Nullable String name) {
    if (name == null || !LABEL.matcher(name).matches()) {
      throw new StartupException(
          "jopf.name is '"
              + name
              + "': set it to the operator's name, lower-case letters, digits and dashes, at most"
              + " 42");
    }
    return name;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    List<HandledKind> kinds = scanner.scan();
    Predecessor.check(kopf, kinds);
    probes.prepare();
    startUp.run();
    started = true;
    Set<ResourceKind> needed = new LinkedHashSet<>();
    for (HandledKind kind : kinds) {
      needed.add(ResourceKind.of(kind.type()));
      kind.secondaries().forEach(other -> needed.add(ResourceKind.of(other.type())));
    }
    Caches all = watching.prepare(needed);
    EventPoster events =
        new EventPoster(client, time, marks.operator(), instance(), observer::eventDropped);
    Indices indices = new Indices();
    Semaphore slots = new Semaphore(settings.workers(), true);
    for (HandledKind kind : kinds) {
      controllers.add(
          new KindController(
              client, all, events, invoker, observer, time, marks, kopf, indices, slots, kind));
    }
    poster = events;
    caches = all;
    leadership =
        new Leadership(elections, marks.operator(), controllers, all::refresh, observer, time);
    watching.start(all);
    Thread waiting = new Thread(() -> startWorkers(all), "jopf-start");
    waiting.setDaemon(true);
    starter = waiting;
    waiting.start();
  }

  /** Handlers may look at any cache, so none runs before all of them are filled. */
  private void startWorkers(Caches all) {
    try {
      all.awaitSynced();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    controllers.forEach(controller -> controller.background().fill());
    ThreadFactory threads = Threads.named("jopf-worker-");
    synchronized (this) {
      if (stopped) {
        return;
      }
      for (KindController controller : controllers) {
        controller.background().start(settings.workers(), threads);
        String name = controller.resource().resourceName();
        controller.start(kindWorkers.of(name, settings.workers()), threads);
      }
      working = true;
      Objects.requireNonNull(leadership, "made before").start();
    }
    LOG.info(
        "{} handles {}",
        marks.operator(),
        controllers.stream().map(controller -> controller.resource().resourceName()).toList());
  }

  private static String instance() {
    String pod = System.getenv("HOSTNAME");
    return (pod == null || pod.isBlank() ? "local" : pod) + "-" + ProcessHandle.current().pid();
  }

  /** Lets running handlers end and writes their state; begins nothing new. */
  @PreDestroy
  public void stop() {
    synchronized (this) {
      if (stopped) {
        return;
      }
      stopped = true;
    }
    Thread waiting = starter;
    if (waiting != null) {
      waiting.interrupt();
    }
    Leadership mine = leadership;
    if (mine != null) {
      mine.withdraw();
    }
    controllers.forEach(KindController::close);
    Duration deadline = time.elapsed().plus(settings.grace());
    for (KindController controller : controllers) {
      if (!controller.awaitEnd(deadline.minus(time.elapsed()))) {
        LOG.warn("{}: handlers were interrupted", controller.resource().kind());
      }
    }
    Caches watched = caches;
    if (watched != null) {
      watched.stop();
    }
    EventPoster events = poster;
    if (events != null) {
      events.close();
    }
    if (started) {
      cleanUp.run();
    }
    if (mine != null) {
      // last of all, since another one acts from then on
      mine.end();
    }
  }

  /** Whether the first lists have come and it acts, or stands by to do so. */
  public boolean isReady() {
    return working && !stopped;
  }

  /** Whether it acts: it is ready and no other process leads. */
  public boolean isWorking() {
    Leadership mine = leadership;
    return isReady() && mine != null && mine.acts();
  }

  /** For people: {@code alone}, {@code leader}, {@code standby} or {@code catching up}. */
  public String leadership() {
    Leadership mine = leadership;
    return mine == null ? "none" : mine.text();
  }

  /** Whether all workers that were started are alive. */
  public boolean isHealthy() {
    return !working
        || controllers.stream().allMatch(controller -> controller.isHealthy(settings.workers()));
  }

  /**
   * Whether nothing is being handled and nothing waits for a worker; pending delays do not count.
   */
  public boolean isIdle() {
    Leadership mine = leadership;
    return working
        && mine != null
        && mine.isIdle()
        && aside.stream().allMatch(WorkAside::isIdle)
        && controllers.stream().allMatch(KindController::idle);
  }

  /**
   * Whether it has seen everything up to a resource version, as far as it can see at present; what
   * it makes of that is another matter, see {@link #isIdle}.
   */
  public boolean hasSeen(String version) {
    Caches watched = caches;
    return watched != null && watched.haveSeen(version);
  }

  /** What is not followed at present and why, for people. */
  public List<String> watchesDown() {
    Caches watched = caches;
    return watched == null ? List.of() : watched.down();
  }

  List<KindController> controllers() {
    return controllers;
  }

  /** The operator's identity. */
  public String name() {
    return marks.operator();
  }
}
