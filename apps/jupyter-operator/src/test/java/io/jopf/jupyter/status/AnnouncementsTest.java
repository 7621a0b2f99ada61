package io.jopf.jupyter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.Children;
import io.jopf.EventRecorder;
import io.jopf.conditions.Conditions;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.api.JupyterStatus;
import io.jopf.jupyter.api.Reasons;
import io.jopf.jupyter.objects.Token;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.plan.Rest;
import io.jopf.jupyter.plan.RunPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private static final RunPlan RUNS = new RunPlan(null, null, null);

  private final List<String> told = new ArrayList<>();
  private final EventRecorder events =
      new EventRecorder() {
        @Override
        public void normal(String reason, String message) {
          told.add("Normal " + reason);
        }

        @Override
        public void warning(String reason, String message) {
          told.add("Warning " + reason);
        }
      };

  @Test
  void bad_news_is_a_warning_told_once() {
    JupyterNotebook notebook = Samples.withSpec("imDataManager: {}");
    JupyterNotebookStatus rejected =
        new StatusReport(notebook, NOW)
            .rejected(NotebookPlanner.plan(notebook, Samples.settings()).problems());

    announce(notebook, rejected);
    notebook.setStatus(rejected);
    announce(notebook, rejected);

    assertThat(told).containsExactly("Warning ProjectMissing");
  }

  @Test
  void good_news_is_told_when_it_replaces_bad_news() {
    JupyterNotebook notebook = Samples.minimal();
    JupyterNotebookStatus blocked = new StatusReport(notebook, NOW).blocked("Conflict", "");
    notebook.setStatus(blocked);

    announce(
        notebook,
        new JupyterNotebookStatus(
            null,
            Conditions.of(null, NOW)
                .set(StatusReport.ACCEPTED, true, "Valid", "")
                .set(StatusReport.RESOURCES_READY, true, "Applied", "")
                .set(StatusReport.AVAILABLE, false, Reasons.STARTING, "")
                .list(),
            1L));

    assertThat(told).containsExactly("Normal Applied");
  }

  @Test
  void what_was_expected_of_a_new_notebook_is_no_news() {
    JupyterNotebook notebook = Samples.minimal();
    JupyterNotebookStatus offered =
        new StatusReport(notebook, NOW)
            .offered(
                NotebookPlanner.plan(notebook, Samples.settings()).plan().orElseThrow(),
                new Token("t"));

    announce(notebook, offered);
    notebook.setStatus(offered);
    new Announcements(notebook, events).written(new Children.Written(5, 0), RUNS, false);

    assertThat(told).isEmpty();
  }

  @Test
  void that_it_was_stopped_is_no_bad_news() {
    announce(
        Samples.minimal(),
        new JupyterNotebookStatus(
            null,
            Conditions.of(null, NOW)
                .set(StatusReport.STOPPED, true, "Culled", "")
                .set(StatusReport.AVAILABLE, false, Reasons.STOPPED, "")
                .list(),
            1L));

    assertThat(told).containsExactly("Normal Culled");
  }

  @Test
  void that_it_runs_is_told_by_its_server() {
    announce(
        Samples.minimal(),
        new JupyterNotebookStatus(
            null,
            Conditions.of(null, NOW).set(StatusReport.STOPPED, false, "Started", "").list(),
            1L));

    assertThat(told).isEmpty();
  }

  @Test
  void warnings_are_told_once_for_each_version_of_the_spec() {
    JupyterNotebook notebook = Samples.minimal();
    new Announcements(notebook, events).warnings(List.of("one"));
    notebook.setStatus(new JupyterNotebookStatus(null, null, 1L));
    new Announcements(notebook, events).warnings(List.of("one"));
    notebook.getMetadata().setGeneration(2L);
    new Announcements(notebook, events).warnings(List.of("one"));

    assertThat(told).containsExactly("Warning SpecWarning", "Warning SpecWarning");
  }

  @Test
  void what_was_written_is_told_unless_it_is_the_first_time_or_nothing() {
    JupyterNotebook notebook = Samples.minimal();
    Children.Written some = new Children.Written(1, 2);
    new Announcements(notebook, events).written(some, RUNS, false);
    notebook.setStatus(
        new JupyterNotebookStatus(new JupyterStatus(null, null, null, null, null), null, 1L));
    new Announcements(notebook, events).written(new Children.Written(0, 0), RUNS, false);
    assertThat(told).isEmpty();

    new Announcements(notebook, events).written(some, RUNS, false);
    notebook.getMetadata().setGeneration(2L);
    new Announcements(notebook, events).written(some, RUNS, false);

    assertThat(told).containsExactly("Normal Repaired", "Normal Updated");
  }

  @Test
  void what_was_asked_for_is_no_repair() {
    JupyterNotebook notebook = Samples.minimal();
    Children.Written some = new Children.Written(0, 2);
    notebook.setStatus(
        new JupyterNotebookStatus(new JupyterStatus(null, null, null, null, null), null, 1L));
    RunPlan culled = RUNS.resting(new Rest(Reasons.CULLED, ""));

    new Announcements(notebook, events).written(some, culled, false);
    new Announcements(notebook, events).written(some, new RunPlan(null, "again", null), false);
    new Announcements(notebook, events).written(some, new RunPlan(null, null, "new"), false);
    new Announcements(notebook, events).written(some, RUNS, true);
    notebook.getMetadata().setGeneration(2L);
    new Announcements(notebook, events).written(some, RUNS, true);

    assertThat(told).isEmpty();
  }

  private void announce(JupyterNotebook notebook, JupyterNotebookStatus status) {
    assertThat(new Announcements(notebook, events).of(status)).isSameAs(status);
  }
}
