package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.api.JupyterStatus;
import io.jopf.jupyter.api.NotebookAccess;
import io.jopf.jupyter.plan.NotebookPlan;
import io.jopf.jupyter.plan.NotebookPlanner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PathClaimTest {

  private static final JupyterStatus OFFERED = offeredAt("example.com");

  private final JupyterNotebook first = in("dm", "2026-11-01T12:00:00Z", "taskId: t");
  private final JupyterNotebook second = in("other", "2026-11-01T12:00:01Z", "taskId: t");

  @Test
  void of_two_on_one_path_the_second_is_told_about_the_first() {
    assertThatCode(() -> check(first, first, second)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(second, first, second))
        .isInstanceOf(PathTakenException.class)
        .hasMessage("example.com/nb leads to the notebook dm/nb already");
  }

  @Test
  void on_hosts_of_their_own_they_do_not_meet() {
    JupyterNotebook elsewhere =
        in("other", "2026-11-01T12:00:01Z", "ingressDomain: other.example.com");
    JupyterNotebook same = in("third", "2026-11-01T12:00:02Z", "ingressDomain: example.com");

    assertThatCode(() -> check(elsewhere, first, elsewhere, same)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(same, first, elsewhere, same))
        .isInstanceOf(PathTakenException.class);
  }

  @Test
  void one_that_users_know_keeps_its_path() {
    second.setStatus(new JupyterNotebookStatus(OFFERED, null, 1L));

    assertThatCode(() -> check(second, first, second)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(first, first, second)).isInstanceOf(PathTakenException.class);
  }

  @Test
  void one_that_moves_to_a_host_displaces_nobody_there() {
    first.setStatus(new JupyterNotebookStatus(offeredAt("old.example.com"), null, 1L));
    second.setStatus(new JupyterNotebookStatus(OFFERED, null, 1L));

    assertThatCode(() -> check(second, first, second)).doesNotThrowAnyException();
    assertThatThrownBy(() -> check(first, first, second)).isInstanceOf(PathTakenException.class);
  }

  @Test
  void one_that_goes_or_cannot_be_used_takes_no_path() {
    first.getMetadata().setDeletionTimestamp("2026-11-01T13:00:00Z");
    assertThat(PathClaim.of(first)).isEmpty();

    second.setStatus(without("Accepted", null));
    assertThat(PathClaim.of(second)).isEmpty();
    second.setStatus(without("Accepted", OFFERED));
    assertThat(PathClaim.of(second)).isPresent();
  }

  @Test
  void one_that_something_is_in_the_way_of_keeps_its_path_which_its_ingress_may_lead_along() {
    second.setStatus(without("ResourcesReady", null));

    assertThat(PathClaim.of(second)).isPresent();
  }

  private static JupyterStatus offeredAt(String domain) {
    return new JupyterStatus(
        new NotebookAccess("https://" + domain + "/nb?token=t", "t", "lab", null),
        null,
        null,
        null,
        null);
  }

  private static JupyterNotebookStatus without(String condition, @Nullable JupyterStatus offered) {
    return new JupyterNotebookStatus(
        offered,
        List.of(new ConditionBuilder().withType(condition).withStatus("False").build()),
        1L);
  }

  private static JupyterNotebook in(String namespace, String created, String fields) {
    JupyterNotebook notebook = Samples.with(fields);
    notebook.getMetadata().setNamespace(namespace);
    notebook.getMetadata().setCreationTimestamp(created);
    return notebook;
  }

  private static void check(JupyterNotebook notebook, JupyterNotebook... all) {
    NotebookPlan plan = NotebookPlanner.plan(notebook, Samples.settings()).plan().orElseThrow();
    PathClaim.check(
        notebook,
        plan,
        Stream.of(all).map(PathClaim::of).flatMap(Optional::stream).toList(),
        "example.com");
  }
}
