package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;

/**
 * A part of a list.
 *
 * @param items the objects
 * @param version of the whole list
 * @param next what to ask for the next part with; empty after the last one
 */
record Page(List<GenericKubernetesResource> items, String version, String next) {}
