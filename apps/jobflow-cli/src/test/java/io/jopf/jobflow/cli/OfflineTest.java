package io.jopf.jobflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jopf.jobflow.cli.Shell.Done;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineTest {
  private static final String ROOT = System.getProperty("jopf.root", "../..");
  private static final String FLOW =
      """
      apiVersion: api.practice.com/v1alpha1
      kind: JobFlow
      metadata: {name: f}
      spec:
        flows:
        - {name: a, barrier: true}
        - {name: b, barrier: true, dependencies: [c]}
      """;

  @Test
  void warnings_fail_only_where_they_are_to() {
    assertThat(Shell.withoutCluster().given(FLOW).run("lint", "-").code()).isEqualTo(Exit.OK);
    Done strict = Shell.withoutCluster().given(FLOW).run("lint", "--strict", "-");

    assertThat(strict.code()).isEqualTo(Exit.FINDINGS);
    assertThat(strict.out())
        .isEqualToIgnoringNewLines(
            "stdin:7:45: warning: step b can never start: no step is named c\n");
    assertThat(strict.err()).contains("1 object: 0 errors, 1 warning");
  }

  @Test
  void findings_are_json_for_programs() throws IOException {
    Done done = Shell.withoutCluster().given(FLOW).run("lint", "-o", "json", "-");

    JsonNode finding = new ObjectMapper().readTree(done.out()).get(0);
    assertThat(finding.path("severity").asText()).isEqualTo("warning");
    assertThat(finding.path("rule").asText()).isEqualTo("unknown-dependency");
    assertThat(finding.path("object").asText()).isEqualTo("JobFlow/f");
    assertThat(finding.path("path").asText()).isEqualTo("spec.flows[1].dependencies[0]");
    assertThat(finding.path("line").asInt()).isEqualTo(7);
  }

  @Test
  void folders_are_searched_and_missing_files_are_named(@TempDir Path folder) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("f.yml"), FLOW);
    Files.writeString(folder.resolve("notes.txt"), "kind: [");

    Done found = Shell.withoutCluster().run("lint", folder.toString());
    Done missing = Shell.withoutCluster().run("lint", "nowhere.yaml");

    assertThat(found.out()).contains(File.separator + "f.yml:7:45: warning:");
    assertThat(missing.code()).isEqualTo(Exit.TROUBLE);
    assertThat(missing.err()).isEqualToIgnoringNewLines("jobflow: there is no file nowhere.yaml\n");
  }

  @Test
  void a_flow_of_a_file_is_drawn() {
    String file = ROOT + "/examples/jobflow/example.yaml";

    assertThat(Shell.withoutCluster().run("graph", "-f", file).out())
        .startsWith("flowchart TD")
        .contains("s0 ==> s1");
    assertThat(Shell.withoutCluster().run("graph", "-f", file, "-o", "dot").out())
        .startsWith("digraph \"jobflow-example\"");
    assertThat(Shell.withoutCluster().run("graph", "-f", file, "-o", "svg").out())
        .startsWith("<svg");
  }

  @Test
  void of_several_flows_one_has_to_be_named() {
    String two = FLOW + "---\n" + FLOW.replace("name: f", "name: g");

    Done open = Shell.withoutCluster().given(two).run("graph", "-f", "-");

    assertThat(open.code()).isEqualTo(Exit.TROUBLE);
    assertThat(open.err())
        .isEqualToIgnoringNewLines("jobflow: - has the JobFlows f, g; name one of them\n");
    assertThat(Shell.withoutCluster().given(two).run("graph", "g", "-f", "-").code())
        .isEqualTo(Exit.OK);
  }

  @Test
  void a_file_that_is_no_yaml_is_told_with_its_place() {
    Done done = Shell.withoutCluster().given("kind: [").run("graph", "-f", "-");

    assertThat(done.code()).isEqualTo(Exit.TROUBLE);
    assertThat(done.err())
        .startsWith("jobflow: stdin:1:8: error: no YAML:")
        .doesNotContain("\tat ");
  }

  @Test
  void wrong_arguments_are_usage() {
    assertThat(Shell.withoutCluster().run("graph").code()).isEqualTo(Exit.USAGE);
    assertThat(Shell.withoutCluster().run("grph").code()).isEqualTo(Exit.USAGE);
    assertThat(Shell.withoutCluster().run("wait", "f", "--timeout", "soon").err())
        .contains("'soon' is no time such as 30s, 10m or 2h");
  }

  @Test
  void the_help_names_every_exit_code() {
    assertThat(Shell.withoutCluster().run("--help").out())
        .contains("0   done", "3   the flow failed", "6   it could not be done");
  }

  @Test
  void a_kubeconfig_that_is_not_there_is_named() {
    Done done = Shell.byKubeconfig().run("get", "f", "--kubeconfig", "nowhere/config");

    assertThat(done.code()).isEqualTo(Exit.TROUBLE);
    assertThat(done.err()).contains("there is no file nowhere").doesNotContain("Exception");
  }
}
