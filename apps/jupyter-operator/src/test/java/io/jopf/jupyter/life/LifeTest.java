package io.jopf.jupyter.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.api.Reasons;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.plan.Rest;
import io.jopf.jupyter.plan.RunPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LifeTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final Idle IDLE = new Idle(1L, null, Duration.ofHours(2), NOON);

  private final JupyterNotebook notebook = Samples.with("cull: {maxAge: 1h}, timeToLive: 1d");
  private @Nullable Deployment before = deployment(null);

  @Test
  void a_server_runs_unless_there_is_a_reason() {
    assertThat(run(NOON, null).rest()).isNull();
  }

  @Test
  void what_the_spec_says_goes_first() {
    notebook.setSpec(Samples.with("stopped: true").getSpec());
    stopped("True", Reasons.CULLED, 1);

    assertThat(run(NOON, IDLE).rest()).returns("StopRequested", Rest::reason);
  }

  @Test
  void an_idle_server_is_stopped() {
    stopped("False", "Started", 1);

    assertThat(run(NOON, IDLE).rest())
        .isEqualTo(
            new Rest(
                "Culled",
                "The server was stopped because nothing was done for 2h. Its files, URL and token"
                    + " stay."));
  }

  @Test
  void what_was_found_before_the_notebook_changed_does_not_count() {
    assertThat(run(NOON, new Idle(0L, null, Duration.ofHours(2), NOON)).rest()).isNull();
    assertThat(run(NOON, new Idle(1L, "again", Duration.ofHours(2), NOON)).rest()).isNull();
  }

  @Test
  void what_was_found_out_a_while_ago_does_not_count() {
    assertThat(run(NOON.plusSeconds(59), IDLE).rest()).returns("Culled", Rest::reason);
    assertThat(run(NOON.plusSeconds(60), IDLE).rest()).isNull();
  }

  @Test
  void a_stopped_server_rests_until_its_spec_changes() {
    stopped("True", Reasons.CULLED, 1);
    assertThat(run(NOON, null).stopped()).isTrue();

    notebook.getMetadata().setGeneration(2L);
    assertThat(run(NOON, null).stopped()).isFalse();
  }

  @Test
  void a_stopped_server_rests_until_a_restart_is_asked_for() {
    before = deployment("1");
    request("1");
    stopped("True", Reasons.MAX_AGE_REACHED, 1, "1");
    assertThat(run(NOON, null).stopped()).isTrue();

    request("2");
    assertThat(run(NOON, null)).isEqualTo(new RunPlan(null, "2", null));
  }

  @Test
  void a_restart_goes_on_that_was_written_but_not_told() {
    before = deployment("2");
    request("2");
    stopped("True", Reasons.CULLED, 1, "1");

    assertThat(run(NOON, null)).isEqualTo(new RunPlan(null, "2", null));
  }

  @Test
  void a_server_still_rests_when_its_deployment_was_deleted() {
    before = null;
    request("1");
    stopped("True", Reasons.CULLED, 1, "1");

    assertThat(run(NOON, null).stopped()).isTrue();
  }

  @Test
  void a_request_that_is_taken_away_is_no_request() {
    before = deployment("1");
    stopped("True", Reasons.CULLED, 1, "1");

    assertThat(run(NOON, null).stopped()).isTrue();
    assertThat(run(NOON, null).restart()).isEqualTo("1");
  }

  @Test
  void a_server_is_stopped_when_it_has_run_for_as_long_as_it_may() {
    stopped("False", "Started", 1);

    assertThat(run(NOON.plusSeconds(3599), null).rest()).isNull();
    assertThat(run(NOON.plusSeconds(3600), null).rest()).returns("MaxAgeReached", Rest::reason);
    assertThat(life(NOON.plusSeconds(3599)).isTooOld()).isFalse();
    assertThat(life(NOON.plusSeconds(3600)).isTooOld()).isTrue();
  }

  @Test
  void a_notebook_is_over_when_it_was_there_for_as_long_as_it_may() {
    notebook.getMetadata().setCreationTimestamp("2026-10-31T12:00:00Z");

    assertThat(life(NOON.minusSeconds(1)).isOver()).isFalse();
    assertThat(life(NOON).isOver()).isTrue();
  }

  @Test
  void without_limits_nothing_ends() {
    notebook.setSpec(Samples.minimal().getSpec());
    notebook.getMetadata().setCreationTimestamp("2001-01-01T00:00:00Z");
    stopped("False", "Started", 1);

    assertThat(life(NOON).isOver()).isFalse();
    assertThat(life(NOON.plus(Duration.ofDays(9999))).isTooOld()).isFalse();
  }

  private RunPlan run(Instant now, @Nullable Idle idle) {
    return life(now).run(plan().run(), before, Optional.ofNullable(idle));
  }

  private Life life(Instant now) {
    return new Life(notebook, plan().life(), now);
  }

  private NotebookPlan plan() {
    return NotebookPlanner.plan(notebook, Samples.settings()).plan().orElseThrow();
  }

  private void request(String value) {
    notebook.getMetadata().setAnnotations(Map.of("squonk.it/restart", value));
  }

  private void stopped(String status, String reason, long generation) {
    stopped(status, reason, generation, null);
  }

  private void stopped(
      String status, String reason, long generation, @Nullable String answeredRestart) {
    notebook.setStatus(
        new JupyterNotebookStatus(
            null,
            List.of(
                new ConditionBuilder()
                    .withType("Stopped")
                    .withStatus(status)
                    .withReason(reason)
                    .withMessage("")
                    .withObservedGeneration(generation)
                    .withLastTransitionTime("2026-11-01T12:00:00Z")
                    .build()),
            generation,
            null,
            answeredRestart));
  }

  private static Deployment deployment(@Nullable String restart) {
    return new DeploymentBuilder()
        .withNewSpec()
        .withNewTemplate()
        .withNewMetadata()
        .withAnnotations(restart == null ? Map.of() : Map.of("squonk.it/restart", restart))
        .endMetadata()
        .endTemplate()
        .endSpec()
        .build();
  }
}
