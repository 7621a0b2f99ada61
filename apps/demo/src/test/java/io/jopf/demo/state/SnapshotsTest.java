package io.jopf.demo.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.demo.example.Example;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

  private static final Example FLOW =
      FakeSource.example(
          """
          kind: JobFlow
          metadata: {name: flow}
          spec:
            flows:
            - {name: a, jobTemplateRef: template}
            - {name: b, dependencies: [a]}
          """);

  private final FakeSource source = new FakeSource();

  @Test
  void a_flow_that_is_not_seen_yet_has_its_steps_waiting() {
    Work flow = at(0, FLOW).flows().get(0);

    assertThat(flow.state()).isEmpty();
    assertThat(flow.steps()).extracting(Step::name).containsExactly("a", "b");
    assertThat(flow.steps()).extracting(Step::phase).containsOnly(Phase.WAITING);
    assertThat(flow.steps().get(1).dependencies()).containsExactly("a");
    assertThat(flow.isOver()).isFalse();
  }

  @Test
  void a_flow_stands_as_its_status_says_and_has_the_jobs_it_owns() {
    flow("Running", "Succeeded", "Running");
    source.addOwned("Job", "flow-a", "uid-1");
    source.addOwned("Job", "flow-b", "uid-1");
    source.addOwned("Job", "flow-c", "another");

    Work flow = at(0, FLOW).flows().get(0);

    assertThat(flow.state()).isEqualTo("Running");
    assertThat(flow.steps())
        .extracting(Step::phase)
        .containsExactly(Phase.SUCCEEDED, Phase.RUNNING);
    assertThat(flow.jobs()).containsExactly("a", "b");
    assertThat(flow.succeeded()).isEqualTo(1);
  }

  @Test
  void times_run_from_the_first_sight_until_the_end() {
    Snapshots snapshots = snapshots(FLOW);
    flow("Running", "Running", "Waiting");
    snapshots.at(Duration.ofSeconds(1));
    flow("Running", "Succeeded", "Running");
    snapshots.at(Duration.ofSeconds(4));
    flow("Succeed", "Succeeded", "Succeeded");
    snapshots.at(Duration.ofSeconds(9));

    Work flow = snapshots.at(Duration.ofSeconds(100)).flows().get(0);

    assertThat(flow.isOver()).isTrue();
    assertThat(flow.time()).isEqualTo(Duration.ofSeconds(8));
    assertThat(flow.steps())
        .extracting(Step::time)
        .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(5));
  }

  @Test
  void a_failed_flow_is_not_over_while_a_job_runs() {
    flow("Failed", "Failed", "Running");

    assertThat(at(0, FLOW).flows().get(0).isOver()).isFalse();
  }

  @Test
  void a_daemon_job_has_its_nodes_as_steps() {
    source.add(
        """
        kind: DaemonJob
        metadata: {name: dj, namespace: demo, uid: uid-2}
        status: {state: Running, nodes: [{name: n1, state: Running}, {name: n2, state: Failed}]}
        """);

    Work job =
        at(0, FakeSource.example("kind: DaemonJob\nmetadata: {name: dj}")).daemonJobs().get(0);

    assertThat(job.steps()).extracting(Step::name).containsExactly("n1", "n2");
    assertThat(job.steps()).extracting(Step::phase).containsExactly(Phase.RUNNING, Phase.FAILED);
  }

  @Test
  void a_template_knows_the_jobs_that_flows_make_from_it() {
    source.add(
        """
        kind: JobTemplate
        metadata: {name: template, namespace: demo, uid: uid-3}
        status: {dependencyList: [flow-a]}
        """);
    Example example = FakeSource.example("kind: JobTemplate\nmetadata: {name: template}");

    Template template = at(0, example, FLOW).templates().get(0);

    assertThat(template.users()).containsExactly("flow-a");
    assertThat(template.expected()).containsExactly("flow-a");
  }

  @Test
  void a_notebook_is_complete_with_its_url_and_all_its_objects() {
    Example example = FakeSource.example("kind: JupyterNotebook\nmetadata: {name: nb}");
    source.add(
        """
        kind: JupyterNotebook
        metadata: {name: nb, namespace: demo, uid: uid-4}
        status:
          jupyter: {notebook: {url: "http://host/nb?token=abcdefgh"}}
          conditions: [{type: Accepted, status: "True"}, {type: Available, status: "False"}]
        """);
    List.of("config-nb", "bp-nb", "startup-nb")
        .forEach(n -> source.addOwned("ConfigMap", n, "uid-4"));
    List.of("Secret", "Service", "Ingress").forEach(kind -> source.addOwned(kind, "nb", "uid-4"));

    Notebook before = at(0, example).notebooks().get(0);
    source.addOwned("Deployment", "nb", "uid-4");
    Notebook after = at(0, example).notebooks().get(0);

    assertThat(before.isComplete()).isFalse();
    assertThat(before.present()).isEqualTo(6);
    assertThat(after.isComplete()).isTrue();
    assertThat(after.available()).isFalse();
    assertThat(after.url()).isEqualTo("http://host/nb?token=...");
  }

  private void flow(String state, String a, String b) {
    source.add(
        """
        kind: JobFlow
        metadata: {name: flow, namespace: demo, uid: uid-1}
        status: {state: %s, steps: [{name: a, state: %s}, {name: b, state: %s}]}
        """
            .formatted(state, a, b));
  }

  private Snapshots snapshots(Example... examples) {
    return new Snapshots(source, List.of("demo"), List.of(examples));
  }

  private Snapshot at(int seconds, Example... examples) {
    return snapshots(examples).at(Duration.ofSeconds(seconds));
  }
}
