package io.jopf.watch;

import java.time.Duration;

/**
 * How to watch.
 *
 * @param namespaces where
 * @param silence how long a dead stream may go unnoticed
 * @param consistency how long an answer to an own write outranks a watch that does not confirm it;
 *     zero: not at all
 */
public record WatchSettings(NamespacePatterns namespaces, Duration silence, Duration consistency) {}
