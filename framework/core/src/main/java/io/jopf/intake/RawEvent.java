package io.jopf.intake;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.WatchEvent;

/**
 * An event that handlers have not seen yet.
 *
 * @param event what happened
 * @param object as it was then, or as it was last known if it is gone
 */
record RawEvent(WatchEvent event, GenericKubernetesResource object) {}
