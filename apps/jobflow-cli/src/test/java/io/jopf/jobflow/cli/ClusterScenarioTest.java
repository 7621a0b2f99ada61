package io.jopf.jobflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.ControllerRevisionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowSpec;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.cli.Shell.Done;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands on flows whose status somebody wrote; no operator runs. */
@Scenario
class ClusterScenarioTest {
  private static final Path ROOT = Path.of(System.getProperty("jopf.root", "../.."));
  private static final Pattern COMMAND =
      Pattern.compile("^jobflow (.*?)(?: +# exits with ([0-6])|\\s+#.*)?$");
  private static final String FLOWS =
      """
      apiVersion: api.practice.com/v1alpha1
      kind: JobFlow
      metadata: {name: nightly}
      spec:
        flows:
        - {name: load, jobTemplateRef: copy}
        - {name: check, dependencies: [load], approval: true}
        - {name: count, dependencies: [load], jobTemplateRef: copy}
        - {name: report, dependencies: [check, count], jobTemplateRef: copy}
        finally:
        - {name: clean, jobTemplateRef: copy}
      ---
      apiVersion: api.practice.com/v1alpha1
      kind: JobFlow
      metadata: {name: weekly}
      spec:
        flows:
        - {name: only, jobTemplateRef: copy}
      ---
      apiVersion: api.practice.com/v1alpha1
      kind: JobTemplate
      metadata: {name: copy}
      spec: {jobTemplate: {template: {spec: {containers: [{name: main, image: busybox}]}}}}
      """;

  @BeforeEach
  void flows(Cluster cluster) {
    cluster.apply(ROOT.resolve("roles/jobflow_operator/files/crd.yaml"));
    cluster.apply(FLOWS);
    status(
        cluster,
        "nightly",
        Map.of(
            "state",
            "Running",
            "progress",
            "1/5",
            "startTime",
            "2026-01-01T00:00:00Z",
            "counts",
            Map.of(
                "total",
                5,
                "waiting",
                3,
                "blocked",
                0,
                "running",
                1,
                "succeeded",
                1,
                "failed",
                0,
                "skipped",
                0,
                "cancelled",
                0),
            "steps",
            List.of(
                Map.of(
                    "name",
                    "load",
                    "state",
                    "Succeeded",
                    "attempts",
                    2,
                    "startTime",
                    "2026-01-01T00:00:00Z",
                    "finishTime",
                    "2026-01-01T00:01:05Z"),
                Map.of(
                    "name",
                    "count",
                    "state",
                    "Running",
                    "attempts",
                    1,
                    "startTime",
                    "2026-01-01T00:01:05Z"),
                Map.of(
                    "name",
                    "check",
                    "state",
                    "Waiting",
                    "reason",
                    "WaitingForApproval",
                    "message",
                    "somebody has to approve it"))));
    status(cluster, "weekly", ended("Failed", "step only failed: exit code 3"));
  }

  private static Map<String, Object> ended(String state, String message) {
    return Map.of(
        "state",
        state,
        "message",
        message,
        "progress",
        "0/1",
        "startTime",
        "2026-01-01T00:00:00Z",
        "completionTime",
        "2026-01-01T00:00:10Z");
  }

  private static void status(Cluster cluster, String name, Map<String, Object> status) {
    String patch = cluster.client().getKubernetesSerialization().asJson(Map.of("status", status));
    new Flows(cluster.client())
        .resource(name)
        .subresource("status")
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  private static Map<String, String> annotations(Cluster cluster, String flow) {
    JobFlow there = cluster.get(JobFlow.class, flow);
    return Objects.requireNonNull(there).getMetadata().getAnnotations();
  }

  @Test
  void get_shows_every_step_where_it_stands(Cluster cluster) {
    Done one = Shell.on(cluster).run("get", "nightly");
    Done all = Shell.on(cluster).run("get");

    assertThat(one.out().lines())
        .containsExactly(
            "nightly  Running  1/5  2m05s",
            "STEP        STATE       ATTEMPTS   DURATION   AFTER         REASON",
            "load        Succeeded   2          1m05s",
            "├─ check    Waiting                           load          WaitingForApproval:"
                + " somebody has to approve it",
            "│  report   Waiting                           check,count",
            "└─ count    Running     1          1m00s      load",
            "finally:",
            "clean       Waiting");
    assertThat(all.out().lines())
        .containsExactly(
            "NAME      STATUS    PROGRESS   DURATION   MESSAGE",
            "nightly   Running   1/5        2m05s",
            "weekly    Failed    0/1        10s        step only failed: exit code 3");
  }

  @Test
  void the_end_of_a_flow_is_the_exit_code(Cluster cluster) {
    assertThat(Shell.on(cluster).run("wait", "weekly"))
        .isEqualTo(
            new Done(
                Exit.FAILED,
                "weekly Failed: step only failed: exit code 3" + System.lineSeparator(),
                ""));
    assertThat(Shell.on(cluster).run("wait", "nightly", "--timeout", "0s").code())
        .isEqualTo(Exit.TIMEOUT);
    assertThat(Shell.on(cluster).run("wait", "weekly", "--timeout", "999999999h").code())
        .isEqualTo(Exit.FAILED);
    status(cluster, "weekly", ended("Cancelled", ""));
    assertThat(Shell.on(cluster).run("wait", "weekly").code()).isEqualTo(Exit.CANCELLED);
    status(cluster, "weekly", ended("Succeed", ""));
    assertThat(Shell.on(cluster).run("wait", "weekly").code()).isEqualTo(Exit.OK);
    assertThat(Shell.on(cluster).run("get", "--watch", "weekly").out()).contains(" Succeed 0/1");
  }

  @Test
  void control_is_what_kubectl_would_patch(Cluster cluster) {
    Shell shell = Shell.on(cluster);

    assertThat(shell.run("suspend", "nightly").code()).isZero();
    assertThat(spec(cluster).suspend()).isTrue();
    assertThat(shell.run("resume", "nightly").code()).isZero();
    assertThat(spec(cluster).suspend()).isFalse();
    assertThat(shell.run("approve", "nightly", "check").code()).isZero();
    assertThat(annotations(cluster, "nightly")).containsEntry("api.practice.com/approve", "check");
    assertThat(shell.run("approve", "--reject", "nightly", "check").code()).isZero();
    assertThat(annotations(cluster, "nightly"))
        .containsEntry("api.practice.com/reject", "check")
        .doesNotContainKey("api.practice.com/approve");
    assertThat(shell.run("approve", "nightly", "check").code()).isZero();
    assertThat(annotations(cluster, "nightly"))
        .containsEntry("api.practice.com/approve", "check")
        .doesNotContainKey("api.practice.com/reject");
    assertThat(shell.run("stop", "nightly").code()).isZero();
    assertThat(annotations(cluster, "nightly")).containsEntry("api.practice.com/stop", "Stop");
    assertThat(shell.run("cancel", "--run-finally", "nightly").code()).isZero();
    assertThat(annotations(cluster, "nightly"))
        .containsEntry("api.practice.com/stop", "CancelRunFinally");
    assertThat(shell.run("retry", "weekly").code()).isZero();
    assertThat(annotations(cluster, "weekly")).containsEntry("api.practice.com/retry", "1");
    assertThat(shell.run("retry", "weekly", "only").code()).isZero();
    assertThat(annotations(cluster, "weekly")).containsEntry("api.practice.com/retry", "2: only");
    assertThat(shell.run("resubmit", "weekly").code()).isZero();
    assertThat(annotations(cluster, "weekly")).containsEntry("api.practice.com/resubmit", "1");
  }

  @Test
  void a_flow_that_is_to_run_again_is_not_over(Cluster cluster) {
    Shell shell = Shell.on(cluster);
    assertThat(shell.run("resubmit", "weekly").code()).isZero();

    assertThat(shell.run("wait", "weekly", "--timeout", "0s").code()).isEqualTo(Exit.TIMEOUT);
    assertThat(shell.run("cancel", "weekly").code()).isZero();
    assertThat(annotations(cluster, "weekly")).containsEntry("api.practice.com/stop", "Cancel");

    Map<String, Object> taken = new HashMap<>(ended("Succeed", ""));
    taken.put("resubmitted", "1");
    status(cluster, "weekly", taken);
    assertThat(shell.run("wait", "weekly", "--timeout", "0s").code()).isEqualTo(Exit.OK);
    assertThat(shell.run("cancel", "weekly").err()).contains("has ended already");
  }

  private static JobFlowSpec spec(Cluster cluster) {
    return Objects.requireNonNull(cluster.get(JobFlow.class, "nightly")).getSpec();
  }

  @Test
  void what_makes_no_sense_is_refused_before_it_is_written(Cluster cluster) {
    Shell shell = Shell.on(cluster);

    assertThat(shell.run("get", "nigthly").err())
        .contains("there is no JobFlow nigthly in namespace ")
        .contains("; did you mean nightly?");
    assertThat(shell.run("retry", "nightly").err()).contains("has not ended");
    assertThat(shell.run("retry", "weekly", "onyl").err())
        .contains("flow weekly has no step onyl; did you mean only?");
    assertThat(shell.run("stop", "weekly").err()).contains("has ended already");
    assertThat(shell.run("resubmit", "nightly").err()).contains("has not ended");
    assertThat(shell.run("approve", "nightly", "load").err())
        .contains("has no step load that waits for approval");
    assertThat(shell.run("logs", "nightly", "laod").err()).contains("did you mean load?");
    assertThat(shell.run("logs", "nightly").err())
        .contains("no pod of flow nightly has started, or none is left");
    assertThat(shell.run("suspend", "nobody").code()).isEqualTo(Exit.TROUBLE);
  }

  @Test
  void what_was_decided_about_a_run_does_not_hold_for_the_next(Cluster cluster) {
    status(cluster, "nightly", ended("Failed", "step check was refused"));
    for (String again : List.of("retry", "resubmit")) {
      Map<String, String> decided =
          Map.of(
              "api.practice.com/approve", "other",
              "api.practice.com/reject", "check",
              "api.practice.com/stop", "Stop");
      String patch =
          cluster
              .client()
              .getKubernetesSerialization()
              .asJson(Map.of("metadata", Map.of("annotations", decided)));
      new Flows(cluster.client())
          .resource("nightly")
          .patch(PatchContext.of(PatchType.JSON_MERGE), patch);

      assertThat(Shell.on(cluster).run(again, "nightly").code()).isZero();
      assertThat(annotations(cluster, "nightly"))
          .containsEntry("api.practice.com/" + again, "1")
          .doesNotContainKeys(decided.keySet().toArray(String[]::new));
    }
  }

  @Test
  void diff_tells_how_templates_have_changed(Cluster cluster) {
    Shell shell = Shell.on(cluster);
    String uid =
        Objects.requireNonNull(cluster.get(JobTemplate.class, "copy")).getMetadata().getUid();
    assertThat(shell.run("diff", "weekly").out()).contains("JobTemplate copy: not used yet");

    Map<String, Object> used = Map.of("name", "copy", "uid", uid, "generation", 99);
    status(cluster, "weekly", Map.of("state", "Running", "templates", List.of(used)));
    Done changed = shell.run("diff", "weekly");

    assertThat(changed.code()).isEqualTo(Exit.FINDINGS);
    assertThat(changed.out())
        .contains("JobTemplate copy: generation 99 is used; it is at generation 1 now")
        .contains("the state that was used is not kept");
  }

  @Test
  void diff_compares_with_the_copy_of_the_run_that_goes_on(Cluster cluster) {
    String uid =
        Objects.requireNonNull(cluster.get(JobTemplate.class, "copy")).getMetadata().getUid();
    Map<String, Object> used = Map.of("name", "copy", "uid", uid, "generation", 99);
    Map<String, Object> first = Map.of("run", 1, "state", "Failed");
    status(
        cluster,
        "weekly",
        Map.of("state", "Running", "templates", List.of(used), "history", List.of(first)));
    JobFlow weekly = Objects.requireNonNull(cluster.get(JobFlow.class, "weekly"));
    JobFlow nightly = Objects.requireNonNull(cluster.get(JobFlow.class, "nightly"));
    keep(cluster, "weekly-template.copy", weekly, "busybox:first");
    keep(cluster, "weekly-template.copy.2", nightly, "busybox:others");

    assertThat(Shell.on(cluster).run("diff", "weekly").out())
        .contains("the state that was used is not kept")
        .doesNotContain("busybox:first", "busybox:others");

    cluster.client().apps().controllerRevisions().withName("weekly-template.copy.2").delete();
    keep(cluster, "weekly-template.copy.2", weekly, "busybox:second");
    assertThat(Shell.on(cluster).run("diff", "weekly").out())
        .contains("-      - image: \"busybox:second\"", "+      - image: \"busybox\"");
  }

  /** As the operator keeps the template of a run. */
  private static void keep(Cluster cluster, String name, JobFlow owner, String image) {
    Map<String, Object> container = Map.of("name", "main", "image", image);
    Map<String, Object> pod = Map.of("spec", Map.of("containers", List.of(container)));
    ControllerRevision copy =
        new ControllerRevisionBuilder()
            .withNewMetadata()
            .withName(name)
            .addNewOwnerReference()
            .withApiVersion(owner.getApiVersion())
            .withKind(owner.getKind())
            .withName(owner.getMetadata().getName())
            .withUid(owner.getMetadata().getUid())
            .endOwnerReference()
            .endMetadata()
            .withRevision(99L)
            .withData(Map.of("jobTemplate", Map.of("template", pod)))
            .build();
    cluster.client().resource(copy).create();
  }

  @Test
  void the_api_server_checks_every_job_if_asked(Cluster cluster) {
    Done fine = Shell.on(cluster).given(FLOWS).run("lint", "--server", "-");

    assertThat(fine.err()).contains("3 objects: 0 errors, 0 warnings");
    assertThat(fine.code()).isZero();
    assertThat(cluster.list(Job.class)).isEmpty();
  }

  @Test
  void every_command_of_the_guide_works(Cluster cluster) throws IOException {
    List<String> commands = new ArrayList<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs/jobflow-cli.md"))) {
      Matcher command = COMMAND.matcher(line.strip());
      if (command.matches()) {
        commands.add(line.strip());
        String[] words =
            command
                .group(1)
                .replace("examples", ROOT.resolve("examples").toString())
                .split(" ", -1);
        int expected = command.group(2) == null ? 0 : Integer.parseInt(command.group(2));

        Done done = Shell.on(cluster).given(FLOWS).run(words);

        assertThat(done.code()).as("%s%n%s%s", line, done.out(), done.err()).isEqualTo(expected);
      }
    }
    assertThat(commands).hasSizeGreaterThan(15);
  }
}
