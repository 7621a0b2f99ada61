package io.jopf.takeover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jopf.Reason;
import io.jopf.cause.Essence;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.handler.HandlerSpec;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far Kopf's handlers have come with one object, as our handlers' progress. */
final class KopfProgress {

  private final KopfObject kopf;
  private final Essence present;
  private final Reason cause;
  private final Map<String, HandlerRecord> records = new TreeMap<>();
  private final Set<String> found = new HashSet<>();
  private final Set<String> resumed = new HashSet<>();
  private final KopfParts parts;

  KopfProgress(KopfObject kopf, Essence present, boolean deleting) {
    this.kopf = kopf;
    this.present = present;
    this.parts = new KopfParts(kopf, present);
    boolean created = kopf.lastHandled() != null;
    this.cause = deleting ? Reason.DELETE : created ? Reason.UPDATE : Reason.CREATE;
  }

  /** Looks for all of them. */
  void take(List<HandlerSpec> handlers, KopfIds ids, Instant now) {
    for (HandlerSpec handler : handlers) {
      for (String id : ids.of(handler)) {
        KopfRecord record = kopf.record(id).orElse(null);
        Reason reason = record == null ? null : reason(handler, record);
        if (record != null && reason != null) {
          found.add(id);
          take(handler.id(), record, reason, now);
          if (record.finished()) {
            found.addAll(record.subrefs());
          } else {
            parts.take(handler.id(), ids.told(), id, record.subrefs(), reason, now);
          }
          break;
        }
      }
    }
  }

  /** Kopf's resume handlers take part in updates; a purpose that is over is of no use. */
  private @Nullable Reason reason(HandlerSpec handler, KopfRecord record) {
    Reason purpose = record.purpose() == null ? cause : record.purpose();
    if (purpose == cause && handler.runsOn(purpose)) {
      return purpose;
    }
    return cause == Reason.UPDATE && handler.runsOn(Reason.RESUME) ? Reason.RESUME : null;
  }

  private void take(String id, KopfRecord record, Reason reason, Instant now) {
    if (record.finished()) {
      resumed.add(id);
    }
    if (reason != Reason.RESUME || !record.finished()) {
      records.put(id, record.toOurs(reason, present.hash(), now));
    }
  }

  /**
   * All that is to be remembered.
   *
   * @param handled what Kopf has dealt with; null while the object is being created
   */
  HandlingState state(@Nullable Essence handled) {
    Map<String, ObjectNode> essences = new TreeMap<>();
    if (records.values().stream().anyMatch(one -> one.handled() != null) || handled == null) {
      essences.put(present.hash(), present.fields());
    }
    if (handled != null) {
      essences.put(handled.hash(), handled.fields());
      return new HandlingState(handled.hash(), null, records, essences, parts.records(), null);
    }
    return records.isEmpty()
        ? HandlingState.NONE
        : new HandlingState(null, present.hash(), records, essences, parts.records(), null);
  }

  /** Ids of the handlers that have resumed the object already. */
  Set<String> resumed() {
    return resumed;
  }

  /** Kopf's names of what is at work and goes on nowhere. */
  Set<String> lost() {
    found.addAll(parts.found());
    found.addAll(parts.lost()); // once is enough
    Set<String> lost = kopf.unfinishedBut(found);
    lost.addAll(parts.lost());
    return lost;
  }
}
