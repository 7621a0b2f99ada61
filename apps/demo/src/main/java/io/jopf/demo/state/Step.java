package io.jopf.demo.state;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a flow, or one node of a DaemonJob.
 *
 * @param dependencies names of steps, as written
 * @param time how long its job has run; null if it was not seen running
 */
public record Step(String name, List<String> dependencies, Phase phase, @Nullable Duration time) {}
