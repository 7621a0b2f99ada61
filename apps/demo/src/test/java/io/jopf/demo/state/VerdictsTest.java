package io.jopf.demo.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.demo.state.Notebook.Part;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictsTest {

  @Test
  void a_flow_has_to_succeed_with_a_job_for_each_step() {
    assertThat(verdict(work("flow", "Succeed", Phase.SUCCEEDED, "a", "b")).asExpected()).isTrue();
    assertThat(verdict(work("flow", "Failed", Phase.FAILED, "a", "b")).asExpected()).isFalse();
  }

  @Test
  void a_missing_job_is_wrong_and_named() {
    Verdict verdict = verdict(work("flow", "Succeed", Phase.SUCCEEDED, "a"));

    assertThat(verdict.over()).isTrue();
    assertThat(verdict.asExpected()).isFalse();
    assertThat(verdict.detail()).isEqualTo("jobs [a] instead of [a, b]");
  }

  @Test
  void the_error_example_has_to_fail_with_exactly_three_jobs() {
    String name = "jobflow-example-error";

    assertThat(
            verdict(work(name, "Failed", Phase.FAILED, "job1", "job2-error-container", "job4"))
                .asExpected())
        .isTrue();
    assertThat(
            verdict(
                    work(
                        name,
                        "Failed",
                        Phase.FAILED,
                        "job1",
                        "job2-error-container",
                        "job3",
                        "job4"))
                .asExpected())
        .isFalse();
  }

  @Test
  void what_runs_is_not_over() {
    Verdict verdict = verdict(work("flow", "Running", Phase.RUNNING, "a", "b"));

    assertThat(verdict.over()).isFalse();
    assertThat(verdict.actual()).isEqualTo("Running, not over");
  }

  @Test
  void a_daemon_job_without_nodes_is_wrong() {
    Work none = new Work("daemonjob", "Succeed", List.of(), new TreeSet<>(), null);

    assertThat(verdict(new Snapshot(List.of(), List.of(none), List.of(), List.of())).asExpected())
        .isFalse();
  }

  @Test
  void a_template_has_to_list_the_jobs_made_from_it() {
    Template none = new Template("template", new TreeSet<>(), new TreeSet<>(Set.of("flow-a")));
    Template one = new Template("template", none.expected(), none.expected());

    assertThat(verdict(new Snapshot(List.of(), List.of(), List.of(none), List.of())))
        .extracting(Verdict::expected, Verdict::actual, Verdict::over)
        .containsExactly("1 job", "0 jobs", false);
    assertThat(verdict(new Snapshot(List.of(), List.of(), List.of(one), List.of())).asExpected())
        .isTrue();
  }

  @Test
  void a_notebook_needs_its_url() {
    assertThat(verdict(notebook(null)).over()).isFalse();
    assertThat(verdict(notebook("http://host/nb")).asExpected()).isTrue();
  }

  private static Snapshot work(String title, String state, Phase phase, String... jobs) {
    List<Step> steps =
        List.of(new Step("a", List.of(), phase, null), new Step("b", List.of(), phase, null));
    Work work = new Work(title, state, steps, new TreeSet<>(Set.of(jobs)), null);
    return new Snapshot(List.of(work), List.of(), List.of(), List.of());
  }

  private static Snapshot notebook(@Nullable String url) {
    List<Part> parts = List.of(new Part("Secret", 1, 1));
    return new Snapshot(
        List.of(),
        List.of(),
        List.of(),
        List.of(new Notebook("nb", parts, url, false, Duration.ZERO)));
  }

  private static Verdict verdict(Snapshot snapshot) {
    return Verdicts.of(snapshot).get(0);
  }
}
