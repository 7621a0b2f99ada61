package io.jopf.intake;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.WatchEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that handlers have not seen yet.
 *
 * @param event what happened
 * @param uid the object's
 * @param object as it was then, or as it was last known if it is gone; null of what was found at
 *     the start, which is looked at as it is by then: thousands may wait, and each takes its room
 */
record RawEvent(WatchEvent event, String uid, @Nullable GenericKubernetesResource object) {}
