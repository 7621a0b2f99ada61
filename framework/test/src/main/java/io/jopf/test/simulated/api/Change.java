package io.jopf.test.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One stored change.
 *
 * @param revision the resource version it made
 * @param kind what changed
 * @param before the object before, null for a new one
 * @param after the object as it is now; for a deletion its last state
 * @param deleted whether it is gone
 */
record Change(
    long revision, Kind kind, @Nullable ObjectNode before, ObjectNode after, boolean deleted) {}
