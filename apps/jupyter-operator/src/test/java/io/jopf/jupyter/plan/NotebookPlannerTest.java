package io.jopf.jupyter.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jupyter.Samples;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.Reasons;
import io.jopf.jupyter.settings.OperatorSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookPlannerTest {

  @Test
  void a_project_is_all_it_takes() {
    NotebookPlan plan = planOf(Samples.minimal());

    assertThat(plan.pod().image().text()).isEqualTo("jupyter/minimal-notebook:notebook-6.3.0");
    assertThat(plan.pod().serviceAccountName()).isEqualTo("default");
    assertThat(plan.pod().userInterface()).isEqualTo(UserInterface.LAB);
    assertThat(plan.pod().user()).isEqualTo(new UserPlan(1000, 100, 100));
    assertThat(plan.ingress())
        .isEqualTo(
            new IngressPlan(
                "example.com", "nginx", "500m", null, null, Samples.settings().network()));
  }

  @ParameterizedTest
  @CsvSource({"claimName: c, project.id", "id: p, project.claimName"})
  void without_a_whole_project_there_is_no_plan(String given, String missing) {
    PlanResult result = plan(Samples.withSpec("imDataManager: {project: {" + given + "}}"));

    assertThat(result.plan()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .returns(Reasons.PROJECT_MISSING, Problem::reason)
        .satisfies(problem -> assertThat(problem.message()).contains(missing));
  }

  @Test
  void without_a_spec_there_is_a_problem_and_no_exception() {
    JupyterNotebook notebook = Samples.minimal();
    notebook.setSpec(null);

    assertThat(plan(notebook).problems()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "../p2", "/", "a/b", "''"})
  void a_project_id_reaches_no_other_directory(String id) {
    PlanResult result =
        plan(Samples.withSpec("imDataManager: {project: {claimName: c, id: " + id + "}}"));

    assertThat(result.plan()).isEmpty();
  }

  @Test
  void the_data_managers_values_win_over_those_directly_below_spec() {
    NotebookPlan plan =
        planOf(
            Samples.withSpec(
                """
                securityContext: {runAsUser: 1, runAsGroup: 2}
                project: {claimName: top, id: top}
                imDataManager:
                  securityContext: {runAsUser: 11}
                  project: {id: p1}
                """));

    assertThat(plan.pod().user()).isEqualTo(new UserPlan(11, 2, 100));
    assertThat(plan.pod().project()).isEqualTo(new ProjectPlan("top", "p1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1nb", "nb.x", "a-name-of-fifty-six-letters-is-one-letter-too-long-for-us"})
  void a_name_no_service_can_have_is_named(String name) {
    PlanResult result =
        plan(Samples.named(name, "imDataManager: {project: {claimName: c, id: p}}"));

    assertThat(result.plan()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .returns(Reasons.INVALID_NAME, Problem::reason)
        .satisfies(p -> assertThat(p.message()).contains("metadata.name", name));
  }

  @Test
  void the_longest_name_can_be_used() {
    assertThat(
            plan(Samples.named("a".repeat(55), "imDataManager: {project: {claimName: c, id: p}}"))
                .problems())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image: 'a b'|spec.imDataManager.image",
        "ingressDomain: 'a b'|spec.imDataManager.ingressDomain",
        "ingressProxyBodySize: lots|spec.imDataManager.ingressProxyBodySize",
        "securityContext: {runAsUser: 0}|spec.imDataManager.securityContext.runAsUser",
        "securityContext: {fsGroup: -1}|spec.imDataManager.securityContext.fsGroup",
        "shmSize: much|spec.imDataManager.shmSize",
        "affinity: {nodeAffinity: [1]}|spec.imDataManager.affinity",
        "resources: {gpu: half}|spec.imDataManager.resources.gpu",
        "resources: {gpu: -1}|spec.imDataManager.resources.gpu",
        "resources: {extended: {fpga: 1}}|spec.imDataManager.resources.extended",
        "resources: {limits: {cpu: fast}}|spec.imDataManager.resources.limits.cpu",
        "resources: {limits: {cpu: 1}, requests: {cpu:"
            + " 2}}|spec.imDataManager.resources.requests.cpu"
      })
  void a_value_that_cannot_be_used_is_named_with_its_field(String fields, String field) {
    PlanResult result = plan(Samples.with(fields));

    assertThat(result.plan()).isEmpty();
    assertThat(result.problems())
        .singleElement()
        .returns(Reasons.INVALID_VALUE, Problem::reason)
        .satisfies(problem -> assertThat(problem.message()).startsWith(field + " is '"));
  }

  @Test
  void all_problems_are_told_at_once() {
    assertThat(plan(Samples.named("1", "imDataManager: {image: 'a b'}")).problems()).hasSize(4);
  }

  @Test
  void an_unknown_interface_gives_lab_and_a_warning() {
    PlanResult result = plan(Samples.with("notebook: {interface: retro}"));

    assertThat(result.plan()).get().returns(UserInterface.LAB, p -> p.pod().userInterface());
    assertThat(result.warnings()).singleElement().asString().contains("retro");
  }

  @Test
  void storage_is_accepted_with_a_warning() {
    PlanResult result = plan(Samples.with("resources: {limits: {storage: 1Gi}}"));

    assertThat(result.plan()).isPresent();
    assertThat(result.warnings()).singleElement().asString().contains("storage");
  }

  @ParameterizedTest
  @CsvSource({
    "'taskId: t', operators",
    "'pullSecret: mine', mine",
    "'imagePullSecrets: [mine, mine]', mine",
    "'pullSecret: \"  \"', operators"
  })
  void the_operators_pull_secret_counts_where_a_notebook_names_none(String fields, String used) {
    OperatorSettings settings = Samples.settings("pod.image-pull-secret", "operators");

    assertThat(NotebookPlanner.plan(Samples.with(fields), settings).plan().orElseThrow().pod())
        .returns(List.of(used), PodPlan::pullSecrets);
  }

  @Test
  void variables_reach_the_server_but_never_in_the_place_of_the_operators() {
    PlanResult result =
        plan(
            Samples.with(
                "environment: [A=b=c, 'B=', A=d, HOME=/root, DM_PROJECT_ID=other, JUPYTER_TOKEN=x,"
                    + " s3cret, '1x=y']"));

    assertThat(result.plan().orElseThrow().pod().environment())
        .containsExactly(Map.entry("A", "d"), Map.entry("B", ""));
    assertThat(result.warnings()).hasSize(5);
    assertThat(result.warnings()).noneMatch(text -> text.contains("s3cret") || text.contains("=x"));
    assertThat(result.warnings()).anyMatch(text -> text.contains("DM_PROJECT_ID"));
  }

  @Test
  void the_notebooks_own_values_win_over_the_operators() {
    OperatorSettings settings =
        Samples.settings("ingress.tls-secret", "operators", "ingress.class", "operators");

    IngressPlan ingress =
        NotebookPlanner.plan(
                Samples.with(
                    "ingressDomain: own.org, ingressTlsSecret: mine, ingressClass: traefik,"
                        + " ingressProxyBodySize: 1g"),
                settings)
            .plan()
            .orElseThrow()
            .ingress();

    assertThat(ingress)
        .isEqualTo(new IngressPlan("own.org", "traefik", "1g", "mine", null, settings.network()));
  }

  private static PlanResult plan(JupyterNotebook notebook) {
    return NotebookPlanner.plan(notebook, Samples.settings());
  }

  private static NotebookPlan planOf(JupyterNotebook notebook) {
    return plan(notebook).plan().orElseThrow();
  }
}
