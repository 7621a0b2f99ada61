package io.jopf.jupyter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.plan.PlanResult;
import io.jopf.jupyter.settings.OperatorSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusReportTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final Deployment RUNNING =
      new DeploymentBuilder().withNewStatus().withAvailableReplicas(1).endStatus().build();

  @Test
  void the_url_is_there_before_the_server_answers() {
    JupyterNotebookStatus status = made(Samples.minimal(), null, NOON);

    assertThat(status)
        .extracting(
            "jupyter.notebook.url", "jupyter.notebook.token", "jupyter.notebook.userInterface")
        .containsExactly("http://example.com/nb?token=t0ken", "t0ken", "lab");
    assertThat(condition(status, "ResourcesReady").getStatus()).isEqualTo("True");
    assertThat(condition(status, "Available").getStatus()).isEqualTo("False");
    assertThat(condition(status, "Available").getReason()).isEqualTo("Starting");
    assertThat(status.phase()).isEqualTo("PENDING");
  }

  @Test
  void the_url_is_there_before_all_objects_are_made_and_goes_if_one_cannot_be() {
    JupyterNotebook notebook = Samples.minimal();
    StatusReport report = new StatusReport(notebook, NOON);
    assertThat(report.isFirst()).isTrue();
    JupyterNotebookStatus offered =
        report.offered(
            NotebookPlanner.plan(notebook, Samples.settings()).plan().orElseThrow(),
            new Token("t0ken"));
    assertThat(offered)
        .extracting("jupyter.notebook.url", "phase")
        .containsExactly("http://example.com/nb?token=t0ken", "PENDING");
    assertThat(condition(offered, "ResourcesReady"))
        .returns("Unknown", Condition::getStatus)
        .returns("Creating", Condition::getReason);

    notebook.setStatus(offered);
    assertThat(new StatusReport(notebook, NOON).isFirst()).isFalse();
    assertThat(StatusReport.publishedToken(notebook)).contains(new Token("t0ken"));
    JupyterNotebookStatus blocked = new StatusReport(notebook, NOON).blocked("Conflict", "");
    assertThat(blocked.jupyter()).isNull();

    notebook.setStatus(blocked);
    assertThat(new StatusReport(notebook, NOON).isFirst()).isFalse();
  }

  @Test
  void the_url_is_secure_when_there_is_or_will_be_a_certificate() {
    for (OperatorSettings secure :
        List.of(
            Samples.settings("ingress.tls-secret", "tls"),
            Samples.settings("ingress.cert-issuer", "issuer"))) {
      JupyterNotebook notebook = Samples.minimal();
      JupyterNotebookStatus status =
          new StatusReport(notebook, NOON)
              .made(
                  NotebookPlanner.plan(notebook, secure).plan().orElseThrow(),
                  new Token("t"),
                  null,
                  List.of());

      assertThat(status)
          .extracting("jupyter.notebook.url")
          .isEqualTo("https://example.com/nb?token=t");
    }
  }

  @Test
  void the_values_in_effect_are_told_with_all_their_defaults() {
    assertThat(made(Samples.minimal(), null, NOON))
        .extracting(
            "jupyter.image",
            "jupyter.serviceAccountName",
            "jupyter.project.claimName",
            "jupyter.project.id",
            "jupyter.resources.requests.cpu.value",
            "jupyter.resources.limits.memory.value")
        .containsExactly(
            "jupyter/minimal-notebook:notebook-6.3.0", "default", "projects", "p1", "10m", "1Gi");
  }

  @Test
  void devices_are_told_beside_processors_and_memory() {
    assertThat(made(Samples.with("resources: {gpu: 2}"), null, NOON))
        .extracting("jupyter.resources.extended")
        .isEqualTo(Map.of("nvidia.com/gpu", new IntOrString("2")));
    assertThat(made(Samples.minimal(), null, NOON))
        .extracting("jupyter.resources.extended")
        .isNull();
  }

  @Test
  void a_conditions_time_moves_only_with_its_status() {
    JupyterNotebook notebook = Samples.minimal();
    notebook.setStatus(made(notebook, null, NOON));

    JupyterNotebookStatus later = made(notebook, RUNNING, NOON.plusSeconds(60));

    assertThat(condition(later, "Accepted").getLastTransitionTime())
        .isEqualTo("2026-11-01T12:00:00Z");
    assertThat(condition(later, "Available").getLastTransitionTime())
        .isEqualTo("2026-11-01T12:01:00Z");
    assertThat(condition(later, "Available").getStatus()).isEqualTo("True");
  }

  @Test
  void the_same_observation_gives_the_same_status() {
    JupyterNotebook notebook = Samples.minimal();
    notebook.setStatus(made(notebook, RUNNING, NOON));

    assertThat(made(notebook, RUNNING, NOON.plusSeconds(60))).isEqualTo(notebook.getStatus());
  }

  @Test
  void a_rejected_spec_is_explained_and_gets_no_url() {
    JupyterNotebook notebook = Samples.withSpec("imDataManager: {project: {claimName: c}}");

    JupyterNotebookStatus status = rejected(notebook);

    assertThat(status.jupyter()).isNull();
    assertThat(status.observedGeneration()).isEqualTo(1);
    assertThat(condition(status, "Accepted"))
        .returns("False", Condition::getStatus)
        .returns("ProjectMissing", Condition::getReason)
        .satisfies(c -> assertThat(c.getMessage()).contains("project.id"));
    assertThat(condition(status, "ResourcesReady").getStatus()).isEqualTo("Unknown");
  }

  @Test
  void a_notebook_that_runs_stays_open_when_its_spec_is_spoilt() {
    JupyterNotebook notebook = Samples.withSpec("imDataManager: {project: {claimName: c}}");
    notebook.setStatus(made(Samples.minimal(), RUNNING, NOON));

    JupyterNotebookStatus status = rejected(notebook);

    assertThat(status).extracting("jupyter.notebook.url").isNotNull();
    assertThat(condition(status, "Available").getStatus()).isEqualTo("True");
    assertThat(condition(status, "Accepted").getStatus()).isEqualTo("False");
  }

  @Test
  void a_notebook_in_somebody_elses_way_is_not_offered() {
    JupyterNotebookStatus status =
        new StatusReport(Samples.minimal(), NOON).blocked("Conflict", "Service dm/nb exists");

    assertThat(status.jupyter()).isNull();
    assertThat(condition(status, "ResourcesReady"))
        .returns("False", Condition::getStatus)
        .returns("Conflict", Condition::getReason);
  }

  @Test
  void an_obstacle_does_not_take_back_the_address_of_a_notebook_that_runs() {
    JupyterNotebook notebook = Samples.minimal();
    notebook.setStatus(made(notebook, RUNNING, NOON));

    JupyterNotebookStatus status =
        new StatusReport(notebook, NOON).blocked("Refused", "Service \"nb\" is invalid");

    assertThat(status).extracting("jupyter.notebook.url").isNotNull();
    assertThat(condition(status, "Available").getStatus()).isEqualTo("False");
  }

  private static JupyterNotebookStatus made(
      JupyterNotebook notebook, @Nullable Deployment deployment, Instant now) {
    return new StatusReport(notebook, now)
        .made(
            NotebookPlanner.plan(notebook, Samples.settings()).plan().orElseThrow(),
            new Token("t0ken"),
            deployment,
            List.of());
  }

  private static JupyterNotebookStatus rejected(JupyterNotebook notebook) {
    PlanResult result = NotebookPlanner.plan(notebook, Samples.settings());
    return new StatusReport(notebook, NOON).rejected(result.problems());
  }

  private static Condition condition(JupyterNotebookStatus status, String type) {
    return Objects.requireNonNull(status.conditions()).stream()
        .filter(condition -> condition.getType().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
