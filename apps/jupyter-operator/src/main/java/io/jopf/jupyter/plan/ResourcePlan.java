package io.jopf.jupyter.plan;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/**
 * Resources of the container: {@code cpu} and {@code memory}, each at most its limit, and devices
 * of which it gets what it asks for.
 *
 * @param requests what the node sets aside
 * @param limits what it may use
 */
public record ResourcePlan(Map<String, Quantity> requests, Map<String, Quantity> limits) {}
