/**
 * What happens to workloads in the simulated cluster: the scheduler, the controllers of Jobs and
 * Deployments, and the kubelet of every node.
 *
 * <p>Expected flow: each part hears of changes, looks at the objects as they are now and writes
 * what follows; what takes time waits on the cluster's clock. Guarantees: on one clock the order of
 * events is always the same; statuses look like those of a real cluster. Assumptions: nothing runs,
 * a pod ends as {@code PodScript} reads from its annotations or command. Caveats: StatefulSets,
 * DaemonSets and CronJobs are stored but create no pods; resources, affinity and taints do not
 * matter to scheduling; a restart policy of {@code OnFailure} counts as {@code Never}. Errors: an
 * unreadable annotation is logged and the default used.
 *
 * <p>Internal to the test kit.
 */
@NullMarked
package io.jopf.test.simulated.workload;

import org.jspecify.annotations.NullMarked;
