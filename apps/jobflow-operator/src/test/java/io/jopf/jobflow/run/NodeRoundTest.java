package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.api.DaemonJobStatus;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.status.Report;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeRoundTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final FakeChildren children = new FakeChildren();

  @Test
  void every_node_that_is_not_excluded_gets_its_job_in_one_round() {
    DaemonJobStatus status = run(" node1,node2 ,, nobody", "node1", "node2", "node3", "n.4");

    assertThat(children.created)
        .extracting(job -> job.getMetadata().getName())
        .containsExactly("d-n.4", "d-node3");
    assertThat(children.created)
        .extracting(job -> ((Job) job).getSpec().getTemplate().getSpec().getNodeName())
        .containsExactly("n.4", "node3");
    assertThat(status.state()).isEqualTo("Running");
    assertThat(status.nodes()).extracting(StepEntry::name).containsExactly("n.4", "node3");
  }

  @Test
  void without_a_node_it_waits_and_says_so() {
    DaemonJobStatus status = run("node1", "node1");

    assertThat(status.state()).isEqualTo("Pending");
    assertThat(status.message()).isEqualTo("no node to run on");
  }

  private DaemonJobStatus run(String excluded, String... nodes) {
    DaemonJob daemonJob = new DaemonJob();
    daemonJob.setMetadata(
        new ObjectMetaBuilder().withName("d").withNamespace("team").withUid("u").build());
    daemonJob.setSpec(new DaemonJobSpec());
    daemonJob.getSpec().setExcludeNodeList(excluded);
    Jobs jobs = new Jobs(children, List.of(), Marks.NODE);
    return new NodeRound(daemonJob, jobs, List.of(nodes), NOW)
        .report(Report.of((DaemonJobStatus) null))
        .ofDaemonJob();
  }
}
