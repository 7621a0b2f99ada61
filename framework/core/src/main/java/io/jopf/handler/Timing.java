package io.jopf.handler;

import io.micronaut.core.annotation.AnnotationValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a timer or daemon begins and ends, or a level-style handler comes back, as its annotation
 * says it. Options that it does not have are empty.
 *
 * @param resync after how long a level-style handler runs again
 * @param interval from one run to the next
 * @param sharp whether that is counted from beginning to beginning
 * @param idle how long the object must have been left alone
 * @param initialDelay before the first run
 * @param initialJitter at most so much is added to that
 * @param cancellationBackoff how long after it was told to stop a daemon is interrupted
 * @param cancellationTimeout how long after that it is given up
 */
public record Timing(
    String resync,
    String interval,
    boolean sharp,
    String idle,
    String initialDelay,
    String initialJitter,
    String cancellationBackoff,
    String cancellationTimeout) {

  private static final double RESYNC_JITTER = 0.2;

  /** Nothing said. */
  public static final Timing NONE = new Timing("", "", false, "", "", "", "", "");

  /** Reads any annotation. */
  public static Timing of(AnnotationValue<?> annotation) {
    return new Timing(
        text(annotation, "resync"),
        text(annotation, "interval"),
        annotation.booleanValue("sharp").orElse(false),
        text(annotation, "idle"),
        text(annotation, "initialDelay"),
        text(annotation, "initialJitter"),
        text(annotation, "cancellationBackoff"),
        text(annotation, "cancellationTimeout"));
  }

  /** The pauses between runs without a reason; null for none. */
  public @Nullable Backoff resyncs() {
    if (resync.isEmpty()) {
      return null;
    }
    Duration pause = Durations.parse(resync);
    return new Backoff(pause, pause, RESYNC_JITTER);
  }

  private static String text(AnnotationValue<?> annotation, String attribute) {
    return annotation.stringValue(attribute).orElse("");
  }

  /** Those of its parts that are durations and given, by their names. */
  public Map<String, String> durations() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("resync", resync);
    all.put("interval", interval);
    all.put("idle", idle);
    all.put("initialDelay", initialDelay);
    all.put("initialJitter", initialJitter);
    all.put("cancellationBackoff", cancellationBackoff);
    all.put("cancellationTimeout", cancellationTimeout);
    all.values().removeIf(String::isEmpty);
    return all;
  }
}
