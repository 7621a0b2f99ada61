package io.jopf.jobflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.cli.Shell.Done;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.Kubeconfig;
import io.jopf.test.process.OperatorJar;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command line beside the operator, on an API server, by a kubeconfig. */
@Scenario
@Tag("control-plane-only")
class CommandLineIT {
  private static final Path ROOT = Path.of(System.getProperty("jopf.root", "../.."));
  private static final String STEP =
      "jobTemplate: {template: {spec: {containers: [{name: main, image: busybox, command: [sh, -c,"
          + " COMMAND]}]}}}";

  /** That of the operator, as the build's configuration says. */
  @RegisterExtension private final OperatorJar operator = OperatorJar.ofThisModule();

  private static String flow(String name, String command) {
    return "apiVersion: api.practice.com/v1alpha1\nkind: JobFlow\nmetadata: {name: "
        + name
        + "}\nspec:\n  flows:\n  - name: load\n    "
        + STEP.replace("COMMAND", "sleep 1s")
        + "\n  - name: report\n    dependencies: [load]\n    "
        + STEP.replace("COMMAND", command)
        + "\n";
  }

  @Test
  void a_flow_is_checked_watched_and_run_again(Cluster cluster) {
    cluster.apply(ROOT.resolve("roles/jobflow_operator/files/crd.yaml"));
    operator.start(cluster, Map.of()).awaitReady();
    String file = Kubeconfig.of(cluster.client()).toString();
    String[] kubeconfig = {"--kubeconfig", file, "-n", cluster.namespace()};
    Shell shell = Shell.byKubeconfig();
    String good = flow("good", "sleep 1s");

    assertThat(run(shell.given(good), kubeconfig, "lint", "--server", "-").code()).isZero();
    Done refused =
        run(
            shell.given(
                good.replace("image: busybox", "image: busybox, imagePullPolicy: Sometimes")),
            kubeconfig,
            "lint",
            "--server",
            "-");
    assertThat(refused.code()).isEqualTo(Exit.FINDINGS);
    assertThat(refused.out())
        .contains("step load: the API server refuses its Job: ")
        .contains("imagePullPolicy");

    cluster.apply(good);
    Done done = run(shell, kubeconfig, "wait", "good", "--timeout", "2m");
    assertThat(done.code()).as("%s", done).isEqualTo(Exit.OK);
    assertThat(done.out()).startsWith("good Succeed");
    assertThat(run(shell, kubeconfig, "get", "good").out())
        .contains("good  Succeed  2/2")
        .containsPattern("(?m)^load +Succeeded +1 ")
        .containsPattern("(?m)^report +Succeeded +1 .* load");
    assertThat(run(shell, kubeconfig, "graph", "good").out())
        .contains(":::succeeded")
        .contains("s0 ==> s1");

    cluster.apply(flow("bad", "exit 1"));
    assertThat(run(shell, kubeconfig, "wait", "bad", "--timeout", "2m").code())
        .isEqualTo(Exit.FAILED);
    String before = completion(cluster);
    assertThat(run(shell, kubeconfig, "retry", "bad").code()).isZero();
    cluster.await("bad ran again", () -> !before.equals(completion(cluster)));
    assertThat(run(shell, kubeconfig, "wait", "bad", "--timeout", "2m").code())
        .isEqualTo(Exit.FAILED);

    // simulated nodes have no kubelet that could be asked
    Done logs = run(shell, kubeconfig, "logs", "good", "load");
    assertThat(logs.code()).isEqualTo(Exit.TROUBLE);
    assertThat(logs.err()).startsWith("jobflow: ").doesNotContain("\tat ");
  }

  private static String completion(Cluster cluster) {
    JobFlow flow = Objects.requireNonNull(cluster.get(JobFlow.class, "bad"));
    return String.valueOf(flow.getStatus().completionTime());
  }

  private static Done run(Shell shell, String[] kubeconfig, String... words) {
    String[] all = new String[words.length + kubeconfig.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(kubeconfig, 0, all, words.length, kubeconfig.length);
    return shell.run(all);
  }
}
