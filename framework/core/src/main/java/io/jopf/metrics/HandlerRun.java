package io.jopf.metrics;

import io.jopf.ObjectKey;
import java.time.Duration;

/**
 * One call of a handler.
 *
 * @param kind such as {@code jobs.batch}
 * @param object what it was called for
 * @param handler its id
 * @param reason such as {@code create}
 * @param attempt 1 for the first
 * @param outcome {@code succeeded}, {@code retried}, {@code failed}, or {@code refused} by an
 *     admission handler
 * @param message why it did not succeed; empty if it did
 * @param took by the operator's clock
 */
public record HandlerRun(
    String kind,
    ObjectKey object,
    String handler,
    String reason,
    int attempt,
    String outcome,
    String message,
    Duration took) {}
