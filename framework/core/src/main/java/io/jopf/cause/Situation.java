package io.jopf.cause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object together with what was stored about it.
 *
 * @param object its whole JSON; never changed
 * @param essence what it asks for now
 * @param stored what an earlier cycle remembered
 * @param phase where it stands
 * @param finalizer whether it carries our finalizer, or on its way out one that we inherited
 */
public record Situation(
    ObjectNode object, Essence essence, HandlingState stored, Phase phase, boolean finalizer) {

  /** Reads an object of a kind without anything special. */
  public static Situation of(ObjectNode object, Marks marks) {
    return of(object, marks, EssenceFields.USUAL);
  }

  /** Reads an object. */
  public static Situation of(ObjectNode object, Marks marks, EssenceFields special) {
    JsonNode metadata = object.path("metadata");
    boolean finalizer = false;
    for (JsonNode name : metadata.path("finalizers")) {
      finalizer |=
          marks.finalizer().equals(name.asText())
              || (metadata.hasNonNull("deletionTimestamp")
                  && marks.inherited().contains(name.asText()));
    }
    HandlingState stored = stored(object, marks);
    if (!special.ignored().isEmpty()) {
      stored.essences().values().forEach(special::removeIgnored);
    }
    return new Situation(
        object, Essence.of(object, special), stored, phase(metadata, finalizer, stored), finalizer);
  }

  /** What an earlier cycle remembered of an object; nothing if it did not. */
  public static HandlingState stored(ObjectNode object, Marks marks) {
    JsonNode text = object.path("metadata").path("annotations").path(marks.state());
    return text.isTextual() ? StateCodec.read(text.asText()) : HandlingState.NONE;
  }

  private static Phase phase(JsonNode metadata, boolean finalizer, HandlingState stored) {
    if (metadata.hasNonNull("deletionTimestamp")) {
      return finalizer ? Phase.DELETING : Phase.RELEASED;
    }
    return stored.baseline() == null ? Phase.CREATING : Phase.LIVING;
  }

  /** Whether the object is on its way out. */
  public boolean deleting() {
    return phase == Phase.DELETING || phase == Phase.RELEASED;
  }
}
