package io.jopf.admission.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.json.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Who has written a configuration, in its annotations: so that of two versions of an operator that
 * run side by side only the one that was started last keeps it.
 *
 * @param hash of what the handlers want
 * @param started when the process was started
 */
record Claim(String hash, Instant started) {

  private static final String HANDLERS = ".jopf.io/handlers";
  private static final String STARTED = ".jopf.io/started";

  /** The claim on a configuration; null if there is none. */
  static @Nullable Claim on(@Nullable JsonNode configuration, String operator) {
    if (configuration == null) {
      return null;
    }
    JsonNode annotations = configuration.path("metadata").path("annotations");
    String hash = annotations.path(operator + HANDLERS).asText("");
    try {
      return new Claim(hash, Instant.parse(annotations.path(operator + STARTED).asText("")));
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  /** Whether a process with this claim leaves alone what was written under the other. */
  boolean yieldsTo(@Nullable Claim other) {
    return other != null && !other.hash.equals(hash) && other.started.isAfter(started);
  }

  /** Whether the other one was made by a process that was started later. */
  boolean isOlderThan(@Nullable Claim other) {
    return other != null && other.started.isAfter(started);
  }

  void writeInto(ObjectNode annotations, String operator) {
    annotations.put(operator + HANDLERS, hash);
    annotations.set(operator + STARTED, Json.node(started));
  }
}
