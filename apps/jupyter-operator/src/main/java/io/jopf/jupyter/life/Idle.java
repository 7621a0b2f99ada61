package io.jopf.jupyter.life;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a server was found idle.
 *
 * @param generation of the notebook that was found so
 * @param restart its request to begin anew at that time
 * @param timeout for how long it has been idle at least
 * @param found when it was asked
 */
public record Idle(
    @Nullable Long generation, @Nullable String restart, Duration timeout, Instant found) {}
