package io.jopf;

import java.time.Instant;

/**
 * Which attempt of a handler this is.
 *
 * @param attempt 0 for the first
 * @param started when the first began; survives restarts
 */
public record Retry(int attempt, Instant started) {}
