package io.jopf.event;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.EventRecorder;
import io.jopf.time.Time;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts events in the background. */
public final class EventPoster implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventPoster.class);
  private static final int WAITING = 1000;
  private static final int NOTE = 1024;
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final KubernetesClient client;
  private final Time time;
  private final String operator;
  private final String instance;
  private final ThreadPoolExecutor poster;

  /**
   * A poster for one operator.
   *
   * @param operator the reporting controller
   * @param instance the reporting process
   */
  public EventPoster(KubernetesClient client, Time time, String operator, String instance) {
    this.client = client;
    this.time = time;
    this.operator = operator;
    this.instance = instance;
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
            },
            (task, pool) -> LOG.debug("too many events are waiting, one is dropped"));
  }

  /** A recorder of what happens to one object under one handler. */
  public EventRecorder about(GenericKubernetesResource object, String action) {
    ObjectReference reference =
        new ObjectReferenceBuilder()
            .withApiVersion(object.getApiVersion())
            .withKind(object.getKind())
            .withNamespace(object.getMetadata().getNamespace())
            .withName(object.getMetadata().getName())
            .withUid(object.getMetadata().getUid())
            .withResourceVersion(object.getMetadata().getResourceVersion())
            .build();
    return new EventRecorder() {
      @Override
      public void normal(String reason, String message) {
        post(reference, action, "Normal", reason, message);
      }

      @Override
      public void warning(String reason, String message) {
        post(reference, action, "Warning", reason, message);
      }
    };
  }

  /** Posts what waits, for a few seconds at most, and takes no more. */
  @Override
  public void close() {
    poster.shutdown();
    try {
      if (!poster.awaitTermination(Duration.ofSeconds(3).toMillis(), TimeUnit.MILLISECONDS)) {
        poster.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(
      ObjectReference about, String action, String type, String reason, String message) {
    String namespace = about.getNamespace() == null ? "default" : about.getNamespace();
    Event event =
        new EventBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName(about.getName() + "." + UUID.randomUUID().toString().substring(0, 13))
            .endMetadata()
            .withEventTime(new MicroTime(MICROS.format(time.now())))
            .withReportingController("jopf.io/" + operator)
            .withReportingInstance(instance)
            .withAction(action)
            .withReason(reason)
            .withType(type)
            .withRegarding(about)
            .withNote(message.length() <= NOTE ? message : message.substring(0, NOTE - 1) + "…")
            .build();
    poster.execute(
        () -> {
          try {
            client.resource(event).inNamespace(namespace).create();
          } catch (KubernetesClientException e) {
            LOG.warn(
                "event {} about {} was not posted: {}", reason, about.getName(), e.getMessage());
          }
        });
  }
}
