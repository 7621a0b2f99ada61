package io.jopf.leader;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the leader election, prefix {@code jopf.leader-election}.
 *
 * @param enabled whether only the holder of a Lease acts; default: if the process runs in a pod and
 *     works with its service account, where there can be several
 * @param leaseName default: the operator's name
 * @param namespace where the Lease is; default: the pod's own, else the kubeconfig's
 * @param identity what the Lease names its holder, followed by a random part that makes it unique;
 *     default: {@code POD_NAME}, else {@code HOSTNAME}
 * @param leaseDuration how long the others wait for a leader that says nothing; default 15 s
 * @param renewDeadline how long a leader acts without having been able to renew; default 10 s, less
 *     than the lease duration: the difference is what handlers have to end
 * @param retryPeriod pause between two tries; default 2 s
 */
@ConfigurationProperties("jopf.leader-election")
public record ElectionSettings(
    @Nullable Boolean enabled,
    @Nullable String leaseName,
    @Nullable String namespace,
    @Nullable String identity,
    @Bindable(defaultValue = "15s") Duration leaseDuration,
    @Bindable(defaultValue = "10s") Duration renewDeadline,
    @Bindable(defaultValue = "2s") Duration retryPeriod) {}
