package io.jopf.jupyter.plan;

import java.util.Map;

/**
 * Who the Pod is to the Data Manager.
 *
 * @param labels of the Pod, valid as such; {@code deployment} and the operator's own not included
 * @param owner the user as the Data Manager wrote it
 * @param instanceId as the Data Manager wrote it
 */
public record PodIdentity(Map<String, String> labels, String owner, String instanceId) {}
