package io.jopf.demo.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A cluster for the demo.
 *
 * @param client with the rights that the demo and the operators need
 * @param kubeconfig by which the operators find it
 * @param title for people
 * @param namespace to create for the examples
 * @param lasting whether it outlives the demo, so that cleaning up matters
 * @param missingNode a node that the examples name and the cluster lacks; null if it has it
 * @param patience how long the examples may take
 */
public record Target(
    KubernetesClient client,
    Path kubeconfig,
    String title,
    String namespace,
    boolean lasting,
    @Nullable String missingNode,
    Duration patience) {}
