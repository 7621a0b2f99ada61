package io.jopf.event;

import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.client.ResourceKind;
import io.jopf.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes events, and does not mind when it cannot. */
record EventWriter(KubernetesClient client, String operator, String instance)
    implements EventStore {

  private static final Logger LOG = LoggerFactory.getLogger(EventWriter.class);
  private static final ResourceKind EVENTS = ResourceKind.of(Event.class);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  @Override
  public boolean create(Series series) {
    Happening first = series.first;
    Event event =
        new EventBuilder()
            .withNewMetadata()
            .withNamespace(first.namespace())
            .withName(series.name)
            .endMetadata()
            .withEventTime(new MicroTime(text(series.lastObserved())))
            .withReportingController("jopf.io/" + operator)
            .withReportingInstance(instance)
            .withAction(first.action())
            .withReason(first.reason())
            .withType(first.type())
            .withRegarding(first.about())
            .withNote(first.note())
            .build();
    return tried(first, () -> client.resource(event).inNamespace(first.namespace()).create());
  }

  @Override
  public boolean update(Series series) {
    Map<String, Object> told =
        Map.of("count", series.count(), "lastObservedTime", text(series.lastObserved()));
    String patch = Json.tree(Map.of("series", told)).toString();
    return tried(
        series.first,
        () ->
            // it is not ours to read events
            EVENTS
                .unread(client, series.first.namespace(), series.name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), patch));
  }

  private static boolean tried(Happening happening, Runnable write) {
    try {
      write.run();
      return true;
    } catch (RuntimeException e) {
      LOG.warn(
          "event {} about {} was not posted: {}",
          happening.reason(),
          happening.about().getName(),
          e.getMessage());
      return false;
    }
  }

  private static String text(Instant moment) {
    return MICROS.format(moment);
  }
}
