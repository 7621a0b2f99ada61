package io.jopf.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.Reason;
import io.jopf.Retry;
import io.jopf.handler.HandledKind;
import io.jopf.handler.HandlerSpec;
import io.jopf.handler.scan.HandlerScanner;
import io.jopf.intake.Called;
import io.jopf.intake.Extras;
import io.jopf.intake.HandlerCalls;
import io.jopf.intake.Looks;
import io.jopf.intake.Objects;
import io.jopf.intake.PlainLooks;
import io.jopf.invoke.Outcome;
import io.jopf.json.Json;
import io.jopf.patch.Changes;
import io.jopf.queue.Threads;
import io.jopf.time.FakeTime;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks with objects in a map, a clock of the test's and handlers whose work the test decides. */
final class TaskStage implements Objects, HandlerCalls, AutoCloseable {

  static final String PROPERTY = "jopf.test.tasks";

  /** More than any daemon asks for before it is interrupted. */
  static final Duration LONG = Duration.ofHours(1);

  static final ObjectKey TOM = new ObjectKey("default", "tom");

  /** What a handler does when it is called. */
  interface Work {
    Outcome run(Retry retry, Extras extras) throws InterruptedException;
  }

  final FakeTime time = new FakeTime();

  /** Every call, as in {@code minutely 60}: whose and after how many seconds. */
  final List<String> calls = new CopyOnWriteArrayList<>();

  final List<Retry> retries = new CopyOnWriteArrayList<>();
  final List<String> givenUp = new CopyOnWriteArrayList<>();
  final Queue<Boolean> refusedWrites = new ConcurrentLinkedQueue<>();
  final AtomicInteger writes = new AtomicInteger();
  final Tasks tasks;
  volatile Work work = (retry, extras) -> new Outcome.Succeeded(null);

  private final Map<ObjectKey, GenericKubernetesResource> objects = new ConcurrentHashMap<>();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final Queue<String> overlaps = new ConcurrentLinkedQueue<>();
  private final Queue<ObjectKey> woken = new ConcurrentLinkedQueue<>();
  private final Instant begin = time.now();
  private final Duration start = time.elapsed();
  private final Looks looks = new PlainLooks();

  /** Whether the deletion of objects waits for daemons. */
  volatile boolean held = true;

  TaskStage(String... handlers) {
    tasks =
        new Tasks(
            kind(Set.of(handlers)), this, this, time, woken::add, object -> held, new Random(42));
    tasks.start(2, Threads.named("test-timer-"));
    tasks.activate();
  }

  private static HandledKind kind(Set<String> ids) {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of(PROPERTY, "true", "jopf.enabled", "false"))) {
      HandledKind whole =
          context.getBean(HandlerScanner.class).scan().stream().findFirst().orElseThrow();
      List<HandlerSpec> some =
          whole.background().stream().filter(one -> ids.contains(one.id())).toList();
      if (some.size() != ids.size()) {
        throw new IllegalArgumentException(ids + " of " + whole.background());
      }
      return new HandledKind(whole.type(), List.of(), List.of(), some, List.of(), whole.options());
    }
  }

  /** Creates or changes the object and has it looked at. */
  void put(String uid, Map<String, String> labels, String data, boolean deleting) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("apiVersion", "v1").put("kind", "ConfigMap");
    ObjectNode metadata = json.withObject("/metadata");
    metadata.put("namespace", TOM.namespace()).put("name", TOM.name()).put("uid", uid);
    metadata.put("creationTimestamp", begin.plusSeconds(1).toString());
    labels.forEach(metadata.withObject("/labels")::put);
    if (deleting) {
      metadata.put("deletionTimestamp", time.now().toString());
    }
    json.withObject("/data").put("text", data);
    json.withObject("/status").put("seen", calls.size());
    objects.put(TOM, Json.MAPPER.convertValue(json, GenericKubernetesResource.class));
    look();
  }

  void create() {
    put("1", Map.of("watch", "yes"), "a", false);
  }

  void delete() {
    put("1", Map.of("watch", "yes"), "a", true);
  }

  void gone() {
    objects.remove(TOM);
    look();
  }

  void look() {
    GenericKubernetesResource now = objects.get(TOM);
    tasks.look(TOM, now == null ? null : looks.at(now));
  }

  /** Looks again where a daemon has ended, as the intake does. */
  boolean lookIfWoken() {
    boolean any = false;
    while (woken.poll() != null) {
      look();
      any = true;
    }
    return any;
  }

  /** Lets time pass, second by second, so that the workers keep up. */
  void pass(Duration duration) {
    until(tasks::idle);
    for (long second = 0; second < duration.toSeconds(); second++) {
      time.advance(Duration.ofSeconds(1));
      until(tasks::idle);
    }
  }

  void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      // a waiting thread leaves the processor to those that it waits for
      LockSupport.parkNanos(50_000);
    }
  }

  long seconds() {
    return time.elapsed().minus(start).toSeconds();
  }

  int running() {
    return running.size();
  }

  /** The running handlers, as in {@code guard of uid}. */
  Set<String> runningNames() {
    return Set.copyOf(running);
  }

  Set<String> overlaps() {
    return new HashSet<>(overlaps);
  }

  @Override
  public @Nullable GenericKubernetesResource get(ObjectKey key) {
    return objects.get(key);
  }

  @Override
  public Stream<ObjectKey> keys() {
    return objects.keySet().stream();
  }

  @Override
  public Called call(
      HandlerSpec handler,
      Reason reason,
      Retry retry,
      GenericKubernetesResource object,
      Extras extras) {
    String name = handler.id() + " of " + object.getMetadata().getUid();
    calls.add(handler.id() + " " + seconds());
    retries.add(retry);
    // after the rest, so that whoever sees it run sees that too
    if (!running.add(name)) {
      overlaps.add(name);
    }
    Outcome outcome;
    try {
      outcome = work.run(retry, extras);
    } catch (InterruptedException e) {
      outcome = new Outcome.TryAgain(null, "interrupted", true, e);
    }
    running.remove(name);
    return new Called(outcome, new Changes(Json.tree(object)));
  }

  @Override
  public boolean write(GenericKubernetesResource object, Changes changes) {
    writes.incrementAndGet();
    return refusedWrites.poll() == null;
  }

  @Override
  public void tellGivenUp(HandlerSpec handler, GenericKubernetesResource object, Outcome outcome) {
    givenUp.add(handler.id());
  }

  @Override
  public void close() {
    tasks.deactivate(io.jopf.StopReason.OPERATOR_STOPPING, LONG);
    tasks.close();
    tasks.awaitEnd(Duration.ofSeconds(10));
  }
}
