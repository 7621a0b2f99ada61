package io.jopf.jobflow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {
  private static final Path ROOT = Path.of(System.getProperty("jopf.root", "../.."));

  private static Linter.Result lint(String text) {
    Linter linter = new Linter((namespace, name) -> Optional.empty());
    linter.read("flow.yaml", text);
    return linter.check();
  }

  private static List<String> messages(String text) {
    return lint(text).findings().stream().map(Finding::message).toList();
  }

  private static String flow(String steps) {
    return "apiVersion: api.practice.com/v1alpha1\nkind: JobFlow\nmetadata: {name: f}\n"
        + "spec:\n  flows:\n"
        + steps;
  }

  private static String resource(String name) throws IOException {
    try (var file = LinterTest.class.getResourceAsStream("/lint/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", "values", "others", "broken"})
  void every_finding_stands_at_its_line_and_column(String sample) throws IOException {
    Linter linter = new Linter((namespace, name) -> Optional.empty());
    linter.read(sample + ".yaml", resource(sample + ".yaml"));

    assertThat(linter.check().findings().stream().map(Finding::text))
        .containsExactlyElementsOf(resource(sample + ".txt").lines().toList());
  }

  @Test
  void every_example_is_without_error() throws IOException {
    Linter linter = new Linter((namespace, name) -> Optional.empty());
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        linter.read(file.toString(), Files.readString(file));
      }
    }

    Linter.Result result = linter.check();

    assertThat(result.objects()).isGreaterThanOrEqualTo(8);
    assertThat(result.findings().stream().filter(Finding::isError)).isEmpty();
    assertThat(result.jobs()).isNotEmpty();
  }

  @Test
  void every_example_of_the_guide_is_without_finding() throws IOException {
    String guide = Files.readString(ROOT.resolve("docs/jobflow.md"));
    List<String> examples = new ArrayList<>();
    for (String part : guide.split("```yaml\n", -1)) {
      examples.add(part.substring(0, Math.max(0, part.indexOf("```"))));
    }
    assertThat(examples.stream().filter(e -> e.contains("kind:"))).hasSizeGreaterThan(8);

    assertThat(examples.subList(1, examples.size()))
        .allSatisfy(example -> assertThat(messages(example)).isEmpty());
  }

  @Test
  void every_rule_of_the_definitions_is_known() throws IOException {
    Set<String> rules = new TreeSet<>();
    String definitions = Files.readString(ROOT.resolve("roles/jobflow_operator/files/crd.yaml"));
    for (String kind : Schemas.KINDS) {
      assertThat(definitions).contains("names: {kind: " + kind + ",");
      new Schemas()
          .of(kind).findValues("x-kubernetes-validations").stream()
              .flatMap(LinterTest::items)
              .forEach(rule -> rules.add(rule.path("rule").asText()));
    }

    assertThat(rules).isNotEmpty();
    assertThat(Validations.known()).containsAll(rules);
  }

  private static Stream<JsonNode> items(JsonNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items.stream();
  }

  @Test
  void a_job_that_the_definition_leaves_open_is_checked_too() {
    String finallySteps =
        flow("  - {name: a, barrier: true}\n")
            + "  finally:\n"
            + "  - name: clean\n"
            + "    jobTemplate: {template: {spec: {containers: [{nam: main, image: x}]}}}\n";

    assertThat(messages(finallySteps))
        .containsExactly(
            "unknown field spec.finally[0].jobTemplate.template.spec.containers[0].nam;"
                + " did you mean name?");
  }

  @Test
  void flows_find_their_templates_in_other_files_and_unused_ones_are_told() {
    Linter linter = new Linter((namespace, name) -> Optional.empty());
    linter.read("flow.yaml", flow("  - {name: a, jobTemplateRef: used}\n"));
    for (String name : List.of("used", "unused")) {
      linter.read(
          name + ".yaml",
          "apiVersion: api.practice.com/v1alpha1\nkind: JobTemplate\nmetadata: {name: "
              + name
              + "}\nspec: {jobTemplate: {template: {spec: {containers: []}}}}\n");
    }

    Linter.Result result = linter.check();

    assertThat(result.findings().stream().map(Finding::text))
        .containsExactly(
            "unused.yaml:3:18: warning: no flow of these files uses the JobTemplate unused");
    assertThat(result.jobs().stream().map(job -> job.job().getMetadata().getName()))
        .containsExactly("f-a");
  }

  @Test
  void a_list_is_checked_item_by_item_and_json_is_yaml() {
    String list =
        "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [{\"apiVersion\":"
            + " \"api.practice.com/v1alpha1\", \"kind\": \"JobFlow\", \"metadata\":"
            + " {\"name\": \"f\"},\n\"spec\": {\"flows\": []}}]}";

    assertThat(lint(list).findings().stream().map(Finding::text))
        .containsExactly(
            "flow.yaml:2:19: error: spec.flows must have at least 1 items",
            "flow.yaml:2:19: error: there are no steps");
  }

  @Test
  void a_step_of_a_loop_is_rendered_once_and_its_items_are_known() {
    Linter.Result result =
        lint(
            flow(
                "  - name: build\n"
                    + "    forEach: {matrix: {os: [linux, mac], jdk: ['17']}}\n"
                    + "    jobTemplate: {template: {spec: {containers: [{name: main, image: x,"
                    + " args: ['${item.os}', '${item.arch}']}]}}}\n"));

    assertThat(result.findings().stream().map(Finding::message))
        .containsExactly("step build: there is no item.arch");
    assertThat(result.jobs()).hasSize(1);
  }

  @Test
  void words_and_numbers_mean_what_they_mean_to_kubectl() {
    String head = flow("  - name: a\n    jobTemplate: &job\n      template:\n        spec:\n");
    String mode = "          volumes: [{name: v, configMap: {name: c, defaultMode: 0644}}]\n";
    String env = "          containers: [{name: main, image: x, env: [{name: A, value: yes}]}]\n";
    String merged = "  - name: b\n    jobTemplate: {<<: *job, suspend: True}\n";
    String tail = "  suspend: no\n";

    assertThat(messages(head + mode + env.replace("yes", "'yes'") + merged + tail)).isEmpty();
    assertThat(lint(head + mode + env + tail).findings().stream().map(Finding::text))
        .containsExactly(
            "flow.yaml:11:70: error: spec.flows[0].jobTemplate.template.spec.containers[0]"
                + ".env[0].value must be string, not boolean");
  }
}
