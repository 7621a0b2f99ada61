package io.jopf.jobflow.heritage;

import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.jopf.flow.FlowState;
import io.jopf.flow.Observed;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.DaemonJobStatus;
import io.jopf.jobflow.api.NodeEntry;
import io.jopf.jobflow.status.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A DaemonJob that the original operator has left. */
public final class LeftDaemonJob {
  private final DaemonJob daemonJob;
  private final DaemonJobStatus left;
  private final Map<String, Observed> shown = new TreeMap<>();

  /** The DaemonJob as it was left. */
  public LeftDaemonJob(DaemonJob daemonJob) {
    this.daemonJob = daemonJob;
    this.left = Objects.requireNonNull(daemonJob.getStatus());
    String prefix = prefix();
    String suffix = Report.key("", daemonJob.getMetadata().getNamespace());
    Objects.requireNonNullElse(left.jobStatusList(), Map.<String, JobStatus>of())
        .forEach(
            (key, status) -> {
              if (key.startsWith(prefix)
                  && key.endsWith(suffix)
                  && key.length() > prefix.length() + suffix.length()) {
                String node = key.substring(prefix.length(), key.length() - suffix.length());
                shown.put(node, Heritage.shown(status));
              }
            });
  }

  private String prefix() {
    return daemonJob.getMetadata().getName() + "-";
  }

  /** The Job of each node that has begun. */
  public Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    shown.keySet().forEach(node -> names.put(node, prefix() + node));
    return names;
  }

  /** The status that it would have here. */
  public DaemonJobStatus status() {
    boolean over = Heritage.isOver(left.state());
    boolean running = Heritage.isRunning(shown.values());
    List<NodeEntry> entries = new ArrayList<>();
    shown.forEach(
        (node, job) ->
            entries.add(
                NodeEntry.of(Heritage.entry(node, prefix() + node, job), null, false, false)));
    String created = daemonJob.getMetadata().getCreationTimestamp();
    boolean failed = FlowState.FAILED.text().equals(left.state());
    String end = Heritage.end(shown.values(), created);
    return new DaemonJobStatus(
        left.state(),
        null,
        left.message(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Heritage.begin(shown.values()),
        over && !running ? end : null,
        failed ? end : null,
        null,
        null,
        null,
        null,
        null,
        null,
        entries,
        null,
        null,
        null);
  }
}
