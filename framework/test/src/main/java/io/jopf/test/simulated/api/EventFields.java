package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events are the same objects in two groups, with other names for some fields. They are stored once
 * and have both names.
 */
final class EventFields {

  private static final Map<String, String> OLD_BY_NEW =
      Map.of(
          "regarding", "involvedObject",
          "note", "message",
          "reportingController", "reportingComponent",
          "deprecatedSource", "source",
          "deprecatedCount", "count",
          "deprecatedFirstTimestamp", "firstTimestamp",
          "deprecatedLastTimestamp", "lastTimestamp");

  private EventFields() {}

  /** Copies each field to its other name; on an update from the one that changed. */
  static void complete(@Nullable ObjectNode before, ObjectNode event) {
    OLD_BY_NEW.forEach(
        (newName, oldName) -> {
          boolean fromOld =
              before == null
                  ? !event.has(newName)
                  : !event.path(oldName).equals(before.path(oldName));
          Json.set(event, fromOld ? newName : oldName, event.path(fromOld ? oldName : newName));
        });
  }
}
