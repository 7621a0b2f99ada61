package io.jopf.jobflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.flow.rollout.Place;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.api.DaemonJobStatus;
import io.jopf.jobflow.api.NodeEntry;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.node.NodeChoice;
import io.jopf.jobflow.node.NodeFacts;
import io.jopf.jobflow.status.NodeReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeRoundTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final FakeChildren children = new FakeChildren();
  private final List<Integer> atOnce = new ArrayList<>();
  private final DaemonJob daemonJob = daemonJob();
  private NodeLabelling labelling =
      new NodeLabelling(node -> Optional.empty(), (node, labels) -> {});

  @Test
  void every_node_that_is_not_excluded_gets_its_job_in_one_round() {
    daemonJob.getSpec().setExcludeNodeList(" node1,node2 ,, nobody");

    DaemonJobStatus status = run("node1", "node2", "node3", "n.4");

    assertThat(children.created)
        .extracting(job -> job.getMetadata().getName())
        .containsExactly("d-n.4", "d-node3");
    assertThat(children.created)
        .extracting(job -> ((Job) job).getSpec().getTemplate().getSpec().getNodeName())
        .containsExactly("n.4", "node3");
    assertThat(status.state()).isEqualTo("Running");
    assertThat(status.nodes()).extracting(NodeEntry::name).containsExactly("n.4", "node3");
    assertThat(status.active()).isEqualTo(2);
  }

  @Test
  void ever_more_jobs_are_made_at_the_same_time_as_long_as_all_goes_well() {
    run("a", "b", "c", "d", "e", "f", "g", "h", "i");

    assertThat(children.created).hasSize(9);
    assertThat(atOnce).containsExactly(1, 2, 4, 2);
  }

  @Test
  void so_many_jobs_are_made_at_the_same_time_that_others_need_not_wait_long() {
    run(nodes(300));

    assertThat(children.created).hasSize(300);
    assertThat(atOnce).containsExactly(1, 2, 4, 8, 16, 32, 64, 64, 64, 45);
  }

  @Test
  void when_the_server_gets_into_trouble_the_other_nodes_are_left_for_a_later_round() {
    String[] nodes = nodes(300);
    for (String node : nodes) {
      if (node.compareTo("n140") >= 0) {
        children.refusing("d-" + node, new KubernetesClientException("timeout", 504, null));
      }
    }

    DaemonJobStatus status = run(nodes);

    assertThat(children.created).hasSize(140);
    assertThat(children.tried).as("three failures in a row are enough").isEqualTo(143);
    assertThat(status.state()).isEqualTo("Running");
    assertThat(status.active()).isEqualTo(140);
  }

  @Test
  void no_label_is_put_on_a_node_while_the_spec_makes_no_sense() {
    daemonJob.getSpec().setNodeLabels(Map.of("node-role.kubernetes.io/control-plane", ""));
    List<String> labelled = new ArrayList<>();
    NodeFacts a = new NodeFacts("a", "uid-a", Map.of(), List.of(), false, true);
    labelling =
        new NodeLabelling(node -> Optional.of(a), (node, what) -> labelled.add(node.name()));
    DaemonJobStatus stored =
        Serialization.unmarshal(
            "state: Running\nnodes: [{name: a, uid: uid-a, state: Succeeded, attempts: 1}]",
            DaemonJobStatus.class);

    run(NodeReport.of(stored), "a");
    assertThat(labelled).isEmpty();

    daemonJob.getSpec().setNodeLabels(Map.of("example.com/done", "yes"));
    run(NodeReport.of(stored), "a");
    assertThat(labelled).containsExactly("a");
  }

  private static String[] nodes(int many) {
    return IntStream.range(0, many).mapToObj("n%03d"::formatted).toArray(String[]::new);
  }

  @Test
  void without_a_node_it_waits_and_says_so() {
    daemonJob.getSpec().setExcludeNodeList("node1");

    DaemonJobStatus status = run("node1");

    assertThat(status.state()).isEqualTo("Pending");
    assertThat(status.message()).isEqualTo("no node to run on");
  }

  @Test
  void no_more_jobs_are_made_than_may_run_at_the_same_time() {
    daemonJob.getSpec().setMaxConcurrentNodes(new IntOrString("50%"));

    DaemonJobStatus status = run("a", "b", "c", "d", "e");

    assertThat(children.created).hasSize(2);
    assertThat(status.pending()).isEqualTo(3);
  }

  @Test
  void a_batch_begins_with_all_its_nodes() {
    daemonJob.getSpec().setMaxConcurrentNodes(new IntOrString(2));
    daemonJob.getSpec().setBatchDelaySeconds(60);

    run("a", "b", "c", "d");

    assertThat(children.created).hasSize(2);
  }

  @Test
  void a_job_that_the_server_refuses_is_tried_on_one_node_only() {
    var invalid = new StatusBuilder().withCode(422).withMessage("no image").build();
    for (String node : List.of("a", "b", "c")) {
      children.refusing("d-" + node, new KubernetesClientException(invalid));
    }

    DaemonJobStatus status = run("a", "b", "c");

    assertThat(status.state()).isEqualTo("Failed");
    assertThat(status.failedNodes()).containsExactly("a");
    assertThat(status.skipped()).isEqualTo(2);
    assertThat(status.nodes())
        .filteredOn(n -> n.name().equals("a"))
        .first()
        .extracting(NodeEntry::message)
        .isEqualTo("no image");
  }

  @Test
  void a_spec_that_makes_no_sense_is_not_accepted_and_makes_nothing() {
    daemonJob.getSpec().setMaxConcurrentNodes(new IntOrString("0%"));

    DaemonJobStatus status = run("a");

    assertThat(children.created).isEmpty();
    assertThat(status.state()).isEqualTo("Failed");
    assertThat(status.message()).contains("spec.maxConcurrentNodes is '0%'");
    assertThat(status.conditions())
        .filteredOn(one -> one.getType().equals("Accepted"))
        .allMatch(one -> one.getStatus().equals("False"))
        .hasSize(1);
  }

  @Test
  void jobs_of_a_suspended_one_are_made_suspended_and_known_to_be_so_by_us() {
    daemonJob.getSpec().setSuspend(true);

    DaemonJobStatus status = run("a");

    Job job = (Job) children.created.get(0);
    assertThat(job.getSpec().getSuspend()).isTrue();
    assertThat(Marks.suspended(job)).isTrue();
    assertThat(status.state()).isEqualTo("Suspended");
  }

  @Test
  void through_the_scheduler_jobs_are_bound_by_affinity() {
    daemonJob.getSpec().setNodeBinding("Affinity");

    run("a");

    var pod = ((Job) children.created.get(0)).getSpec().getTemplate().getSpec();
    assertThat(pod.getNodeName()).isNull();
    assertThat(pod.getAffinity().toString()).contains("metadata.name");
  }

  private DaemonJobStatus run(String... nodes) {
    return run(NodeReport.of(null), nodes);
  }

  private DaemonJobStatus run(NodeReport before, String... nodes) {
    NodeChoice choice = new NodeChoice(daemonJob.getSpec());
    Map<String, Place> places = new HashMap<>();
    for (String node : nodes) {
      var facts = new NodeFacts(node, "uid-" + node, Map.of(), List.of(), false, true);
      places.put(node, choice.place(facts));
    }
    Jobs jobs = new Jobs(children, List.of(), Marks.NODE);
    Runnable never =
        () -> {
          throw new IllegalStateException("nothing is to be deleted");
        };
    Hands hands =
        new Hands() {
          @Override
          public <T> List<T> all(List<Supplier<T>> requests, Predicate<T> good) {
            atOnce.add(requests.size());
            return Hands.ONE.all(requests, good);
          }
        };
    return new NodeRound(daemonJob, places, List.of(), jobs, labelling, never, hands, NOW)
        .report(before)
        .status();
  }

  private static DaemonJob daemonJob() {
    DaemonJob daemonJob = new DaemonJob();
    daemonJob.setMetadata(
        new ObjectMetaBuilder().withName("d").withNamespace("team").withUid("u").build());
    daemonJob.setSpec(new DaemonJobSpec());
    daemonJob.getSpec().setTemplate(new PodTemplateSpec());
    return daemonJob;
  }
}
