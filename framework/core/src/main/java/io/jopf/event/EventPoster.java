package io.jopf.event;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.EventRecorder;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts events in the background; see the package's contract. */
public final class EventPoster implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventPoster.class);
  private static final int WAITING = 1000;
  private static final Duration SWEEP = Duration.ofMinutes(10);

  private final Time time;
  private final Correlator correlator;
  private final EventStore writer;
  private final Consumer<String> dropped;
  private final ThreadPoolExecutor poster;
  private final AtomicBoolean flushing = new AtomicBoolean();
  private Duration swept;

  /**
   * A poster for one operator.
   *
   * @param operator the reporting controller
   * @param instance the reporting process
   * @param dropped is told why an event was dropped: {@code queue} or {@code rate}
   */
  public EventPoster(
      KubernetesClient client,
      Time time,
      String operator,
      String instance,
      Consumer<String> dropped) {
    this(new EventWriter(client, operator, instance), time, dropped);
  }

  EventPoster(EventStore writer, Time time, Consumer<String> dropped) {
    this.time = time;
    this.dropped = dropped;
    this.correlator = new Correlator(time.elapsed());
    this.writer = writer;
    this.swept = time.elapsed();
    this.poster =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "jopf-events");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** A recorder of what happens to one object under one handler. About events none is posted. */
  public EventRecorder about(GenericKubernetesResource object, String action) {
    if (isEvent(object)) {
      return new Recorder((type, reason, message) -> {});
    }
    ObjectReference reference =
        new ObjectReferenceBuilder()
            .withApiVersion(object.getApiVersion())
            .withKind(object.getKind())
            .withNamespace(object.getMetadata().getNamespace())
            .withName(object.getMetadata().getName())
            .withUid(object.getMetadata().getUid())
            .withResourceVersion(object.getMetadata().getResourceVersion())
            .build();
    return new Recorder(
        (type, reason, message) -> submit(Happening.of(reference, action, type, reason, message)));
  }

  /** Posts what waits, for a few seconds at most, and takes no more. */
  @Override
  public void close() {
    try {
      poster.execute(() -> correlator.rest(time.elapsed()).forEach(writer::update));
    } catch (RejectedExecutionException e) {
      dropped.accept("queue");
    }
    poster.shutdown();
    try {
      if (!poster.awaitTermination(Duration.ofSeconds(3).toMillis(), TimeUnit.MILLISECONDS)) {
        poster.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void submit(Happening happening) {
    try {
      poster.execute(() -> post(happening));
    } catch (RejectedExecutionException e) {
      dropped.accept("queue");
    }
  }

  private void post(Happening happening) {
    var decision = correlator.take(happening, time.now(), time.elapsed());
    if (decision instanceof Correlator.Decision.Create create) {
      if (!writer.create(create.series())) {
        correlator.forget(create.series());
      }
    } else if (decision instanceof Correlator.Decision.Drop) {
      dropped.accept("rate");
    }
    flush();
  }

  private void flush() {
    Duration now = time.elapsed();
    for (Series series : correlator.due(now)) {
      if (!writer.update(series)) {
        correlator.forget(series);
      }
    }
    if (now.minus(swept).compareTo(SWEEP) >= 0) {
      correlator.sweep(now);
      swept = now;
    }
    if (correlator.hasUntold() && flushing.compareAndSet(false, true)) {
      time.schedule(Correlator.PAUSE, this::flushLater);
    }
  }

  private void flushLater() {
    flushing.set(false);
    try {
      poster.execute(this::flush);
    } catch (RejectedExecutionException e) {
      // closed, or so much waits that one of those flushes
      LOG.debug("series are not written now");
    }
  }

  private static boolean isEvent(GenericKubernetesResource object) {
    String version = String.valueOf(object.getApiVersion());
    return "Event".equals(object.getKind())
        && ("v1".equals(version) || version.startsWith("events.k8s.io/"));
  }

  @FunctionalInterface
  private interface Sink {
    void take(String type, String reason, String message);
  }

  private record Recorder(Sink sink) implements EventRecorder {
    @Override
    public void normal(String reason, String message) {
      sink.take("Normal", reason, message);
    }

    @Override
    public void warning(String reason, String message) {
      sink.take("Warning", reason, message);
    }
  }
}
