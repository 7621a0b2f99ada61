package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All objects of one kind that a selector matches, in all watched namespaces. */
public final class ObjectCache {

  private static final String EVERYWHERE = "";

  private final ResourceKind kind;
  private final String selector;
  private final Trimming trimming;
  private final Function<String, Source> sources;
  private final StreamRuntime runtime;
  private final Map<String, Reflector> streams = new ConcurrentHashMap<>();
  private final List<CacheListener> listeners = new CopyOnWriteArrayList<>();
  private final List<CacheListener> followers = new CopyOnWriteArrayList<>();
  private final List<DeliveryListener> observers = new CopyOnWriteArrayList<>();
  private final List<CacheWriter> writers = new CopyOnWriteArrayList<>();
  private final Set<List<String>> watchedStatus = new HashSet<>();
  private final Duration consistency;
  private final OwnWrites ownWrites;
  private final Echoes echoes = new Echoes();

  /**
   * @param selector for people; empty for none
   * @param trimming what is left out
   * @param sources what to ask, by namespace
   * @param consistency how long an answer outranks a watch that does not confirm it
   */
  ObjectCache(
      ResourceKind kind,
      String selector,
      Trimming trimming,
      Function<String, Source> sources,
      StreamRuntime runtime,
      Duration consistency) {
    this.kind = kind;
    this.selector = selector;
    this.trimming = trimming;
    this.sources = sources;
    this.runtime = runtime;
    this.consistency = consistency;
    this.ownWrites = new OwnWrites(runtime.time(), consistency, this::wouldHave, this::forgotten);
  }

  /** What is kept here. */
  public ResourceKind kind() {
    return kind;
  }

  /** What is left out of the objects. */
  public Trimming trimming() {
    return trimming;
  }

  /**
   * Names fields of the status whose changes listeners are told of even where an own write made
   * them; before the start.
   */
  public void watchStatus(Set<List<String>> fields) {
    watchedStatus.addAll(fields);
  }

  /**
   * Adds somebody to tell of changes, but not of mere echoes of own writes: who handles the objects
   * themselves has made those; before the start.
   */
  public void listen(CacheListener listener) {
    listeners.add(listener);
  }

  /** Adds somebody to tell of changes whoever made them; before the start. */
  public void follow(CacheListener follower) {
    followers.add(follower);
  }

  /**
   * Adds somebody to tell of everything, with what happened, before the others; before the start.
   */
  public void observe(DeliveryListener observer) {
    observers.add(observer);
  }

  /** For somebody who writes and listens; before the start. */
  public CacheWriter writer() {
    CacheWriter writer = new CacheWriter(this);
    writers.add(writer);
    return writer;
  }

  /** Begins to follow one namespace, all if empty. Does nothing if it is followed. */
  void open(String namespace) {
    Reflector stream =
        new Reflector(
            name() + (namespace.isEmpty() ? "" : " in " + namespace),
            sources.apply(namespace),
            trimming,
            runtime,
            this::delivered,
            version -> ownWrites.passed(namespace, version, this::delivered));
    if (streams.putIfAbsent(namespace, stream) == null) {
      stream.start();
    }
  }

  /** Ends to follow a namespace that is gone. */
  void close(String namespace) {
    Reflector stream = streams.remove(namespace);
    if (stream != null) {
      stream.drop();
    }
  }

  void stop() {
    streams.values().forEach(Reflector::stop);
  }

  void awaitSettled() throws InterruptedException {
    for (Reflector stream : streams.values()) {
      stream.awaitSettled();
    }
  }

  /** Lists anew; see {@link Caches#refresh}. */
  CompletableFuture<?> refresh() {
    return CompletableFuture.allOf(
        streams.values().stream().map(Reflector::refresh).toArray(CompletableFuture[]::new));
  }

  Stream<StreamReport> reports() {
    return streams.values().stream().map(Reflector::report);
  }

  /** Kind and selector. */
  public String name() {
    return kind.resourceName() + (selector.isEmpty() ? "" : " with " + selector);
  }

  /** How long nothing has been heard of the quietest stream. */
  public Duration silence() {
    return reports()
        .map(StreamReport::silence)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** How often everything was listed. */
  public long lists() {
    return reports().mapToLong(StreamReport::lists).sum();
  }

  /** How often a connection was given up because nothing was heard of it. */
  public long restarts() {
    return reports().mapToLong(StreamReport::restarts).sum();
  }

  /** Whether every stream is live at present. */
  public boolean isRunning() {
    return reports().allMatch(StreamReport::isLive);
  }

  boolean hasSeen(String version) {
    return streams.values().stream().allMatch(stream -> stream.hasSeen(version));
  }

  /** The object as it was last seen or written; null if there is none. */
  public @Nullable GenericKubernetesResource get(ObjectKey key) {
    return ownWrites.newest(key, this::delivered);
  }

  private @Nullable GenericKubernetesResource delivered(ObjectKey key) {
    Reflector stream = stream(key);
    return stream == null ? null : stream.store().get(key);
  }

  private @Nullable Reflector stream(ObjectKey key) {
    Reflector everywhere = streams.get(EVERYWHERE);
    return everywhere == null ? streams.get(key.namespace()) : everywhere;
  }

  /**
   * Whether the cache has the object under a key, if there is one that is selected, but for what
   * has just changed.
   */
  public boolean isLive(ObjectKey key) {
    Reflector stream = stream(key);
    return stream != null && stream.report().isLive();
  }

  private boolean wouldHave(ObjectKey key, @Nullable String version, Duration answered) {
    Reflector stream = stream(key);
    return stream == null
        || Versions.isPast(stream.newest(), version)
        || stream.hasWatchedSince(answered, consistency);
  }

  /** Where the objects are; some may just have gone. */
  public Stream<ObjectKey> keys() {
    return Stream.concat(
            streams.values().stream().flatMap(stream -> stream.store().keys()),
            ownWrites.all().map(ObjectKey::of))
        .distinct();
  }

  /** Every object. */
  public Stream<GenericKubernetesResource> list() {
    return newest(
        ownWrites.all(), streams.values().stream().flatMap(stream -> stream.store().list()));
  }

  /** Every object that carries all these labels. */
  public Stream<GenericKubernetesResource> list(Map<String, String> labels) {
    return newest(
            ownWrites.all(),
            streams.values().stream().flatMap(stream -> stream.store().labelled(labels)))
        .filter(object -> Labels.areOn(object, labels));
  }

  /** Every object that the one with this UID controls. */
  public Stream<GenericKubernetesResource> controlledBy(String uid) {
    return newest(
        ownWrites.all().filter(object -> Owners.isControlledBy(object, uid)),
        streams.values().stream().flatMap(stream -> stream.store().controlledBy(uid)));
  }

  /**
   * Sends a write of ours and takes in what the API server answers. Those who listen do not hear of
   * its event, even if it comes before the answer.
   *
   * @return the answer
   */
  public GenericKubernetesResource write(
      ObjectKey key, Supplier<GenericKubernetesResource> request) {
    echoes.begin(key);
    GenericKubernetesResource answer = null;
    boolean unseen = false;
    try {
      answer = request.get();
      unseen = remember(key, answer);
      return answer;
    } finally {
      echoes.end(key, answer).forEach(this::tellState);
      if (unseen) {
        echoes.forget(key);
      }
    }
  }

  /**
   * Takes in what the API server answered to a write of ours.
   *
   * @return whether the stream is past it already and has nothing of it
   */
  private boolean remember(ObjectKey key, GenericKubernetesResource written) {
    ownWrites.remember(trimming.of(written));
    Reflector stream = stream(key);
    // its event may have come before this answer; first how far, then what: everything up to there
    // is in the store by then
    return stream != null && ownWrites.outrun(key, stream.newest(), this::delivered);
  }

  /** Whether the stream has told everything up to a write. */
  boolean isPast(ObjectKey key, GenericKubernetesResource written) {
    Reflector stream = stream(key);
    return stream != null
        && Versions.isPast(stream.newest(), written.getMetadata().getResourceVersion());
  }

  private void forgotten(GenericKubernetesResource written) {
    echoes.forget(ObjectKey.of(written));
    followers.forEach(follower -> follower.changed(written));
    tell(written);
    writers.forEach(writer -> writer.forgotten(written));
  }

  /**
   * The writes are looked at before what was delivered is, which is where they go. One object after
   * the other is opened, not all at once.
   */
  private Stream<GenericKubernetesResource> newest(
      Stream<GenericKubernetesResource> written, Stream<GenericKubernetesResource> delivered) {
    Set<ObjectKey> pending = written.map(ObjectKey::of).collect(Collectors.toSet());
    return Stream.concat(
        delivered.filter(object -> !pending.contains(ObjectKey.of(object))),
        pending.stream().flatMap(key -> Stream.ofNullable(get(key))));
  }

  private void delivered(Delivery delivery) {
    observers.forEach(observer -> observer.delivered(delivery));
    GenericKubernetesResource latest = delivery.latest();
    // of no matter where nobody listens; those who follow hear of everything
    boolean essential = listeners.isEmpty() || !delivery.isNotEssential(watchedStatus);
    boolean echo = echoes.take(latest, essential);
    if (delivery.now() == null) {
      echoes.forget(ObjectKey.of(latest));
    }
    ownWrites.arrived(latest);
    writers.forEach(writer -> writer.delivered(delivery));
    followers.forEach(follower -> follower.changed(latest));
    if (!essential && echo) {
      return;
    }
    if (delivery.isProgress()) {
      tellState(latest);
    } else {
      tell(latest);
    }
  }

  private void tellState(GenericKubernetesResource object) {
    listeners.forEach(listener -> listener.became(object));
  }

  private void tell(GenericKubernetesResource object) {
    listeners.forEach(listener -> listener.changed(object));
  }
}
