package io.jopf.takeover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.HandlerRecord;
import io.jopf.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What Kopf stores about one handler while a cycle is unfinished.
 *
 * @param purpose why it runs; null: not said
 * @param retries attempts so far
 * @param success whether the last one succeeded
 * @param failure whether it is given up
 * @param started when the first attempt began
 * @param delayed when the next may begin
 * @param message of the last error; empty if none
 * @param subrefs ids of its sub-handlers, of all levels
 */
record KopfRecord(
    @Nullable Reason purpose,
    int retries,
    boolean success,
    boolean failure,
    @Nullable Instant started,
    @Nullable Instant delayed,
    String message,
    List<String> subrefs) {

  private static final Set<String> FIELDS = Set.of("started", "retries", "success", "purpose");

  /** Reads an annotation's text; empty if it is something else. */
  static Optional<KopfRecord> read(String text) {
    try {
      return of(Json.MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Reads a node; empty if it is something else. */
  static Optional<KopfRecord> of(JsonNode node) {
    if (!(node instanceof ObjectNode fields) || FIELDS.stream().noneMatch(fields::has)) {
      return Optional.empty();
    }
    List<String> subrefs =
        StreamSupport.stream(fields.path("subrefs").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    return Optional.of(
        new KopfRecord(
            reason(fields.path("purpose").asText("")),
            fields.path("retries").asInt(),
            fields.path("success").asBoolean(),
            fields.path("failure").asBoolean(),
            time(fields, "started"),
            time(fields, "delayed"),
            fields.path("message").asText(""),
            subrefs));
  }

  private static @Nullable Reason reason(String purpose) {
    return switch (purpose.toLowerCase(Locale.ROOT)) {
      case "create" -> Reason.CREATE;
      case "update" -> Reason.UPDATE;
      case "resume" -> Reason.RESUME;
      case "delete" -> Reason.DELETE;
      default -> null;
    };
  }

  /** Older versions wrote no offset; all times are UTC. */
  private static @Nullable Instant time(ObjectNode fields, String name) {
    String text = fields.path(name).asText("").replace(',', '.');
    if (text.isEmpty()) {
      return null;
    }
    try {
      return DateTimeFormatter.ISO_DATE_TIME.parseBest(
                  text, OffsetDateTime::from, LocalDateTime::from)
              instanceof OffsetDateTime known
          ? known.toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether nothing is left to do. */
  boolean finished() {
    return success || failure;
  }

  /**
   * The same in our terms.
   *
   * @param reason why the handler runs here
   * @param present hash of the object's essence
   * @param now the beginning of attempts that do not say theirs
   */
  HandlerRecord toOurs(Reason reason, String present, Instant now) {
    if (success) {
      return HandlerRecord.succeeded(reason, present);
    }
    if (failure) {
      return HandlerRecord.failed(reason, present, message);
    }
    Instant first = started == null ? now : started;
    // Kopf counts every look at unfinished sub-handlers as an attempt of their parent
    int attempts = subrefs.isEmpty() ? retries : 0;
    return new HandlerRecord(reason, null, attempts, 0, first, delayed, null);
  }
}
