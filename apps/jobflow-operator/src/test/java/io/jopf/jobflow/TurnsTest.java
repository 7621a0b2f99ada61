package io.jopf.jobflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.Indexed;
import io.jopf.ObjectKey;
import io.jopf.jobflow.api.JobFlow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns();
  private final Index index = new Index();

  @Test
  void one_begins_and_the_others_wait_for_it() {
    JobFlow one = add("one", "");
    JobFlow two = add("two", "");

    assertThat(turns.queued(one, index)).isNull();
    assertThat(turns.queued(two, index)).isEqualTo("flow one runs first");
    assertThat(turns.waiting(one, index)).containsExactly(new ObjectKey("team", "two"));
  }

  @Test
  void who_has_begun_is_remembered_only_until_its_status_says_so() {
    JobFlow one = add("one", "");
    turns.queued(one, index);
    assertThat(turns.remembered()).isEqualTo(1);

    index.turns.clear();
    turns.queued(add("one", "startTime: '2026-01-01T00:00:00Z'"), index);

    assertThat(turns.remembered()).isZero();
  }

  @Test
  void a_flow_that_has_gone_is_forgotten_and_those_that_wait_are_named() {
    JobFlow one = add("one", "");
    turns.queued(one, index);
    index.turns.clear();
    add("two", "");

    assertThat(turns.gone(one, index)).containsExactly(new ObjectKey("team", "two"));
    assertThat(turns.remembered()).isZero();
  }

  @Test
  void a_flow_that_is_to_run_again_waits_for_its_turn_like_others() {
    add("one", "startTime: '2026-01-01T00:00:00Z'");
    JobFlow two =
        add(
            "two",
            "state: Failed, startTime: '2026-01-01T00:00:00Z',"
                + " completionTime: '2026-01-01T00:01:00Z'");
    assertThat(turns.queued(two, index)).isNull();
    assertThat(index.turns).as("an ended one takes no turn").hasSize(1);

    two.getMetadata().setAnnotations(Map.of("api.practice.com/resubmit", "2"));
    index.turns.addAll(Turns.of(two).values());

    assertThat(turns.queued(two, index)).isEqualTo("flow one runs first");
    index.turns.remove(0);
    assertThat(turns.queued(two, index)).isNull();
  }

  private JobFlow add(String name, String status) {
    JobFlow flow =
        Serialization.unmarshal(
            """
            apiVersion: api.practice.com/v1alpha1
            kind: JobFlow
            metadata:
              name: %s
              namespace: team
              uid: u-%s
              creationTimestamp: '2026-01-01T00:00:00Z'
            spec: {concurrencyKey: k}
            status: {%s}
            """
                .formatted(name, name, status),
            JobFlow.class);
    index.turns.addAll(Turns.of(flow).values());
    return flow;
  }

  /** All flows have the same key. */
  private static final class Index implements Indexed<String, Turns.Turn> {
    final List<Turns.Turn> turns = new ArrayList<>();

    @Override
    public Collection<Turns.Turn> get(String key) {
      return turns;
    }

    @Override
    public boolean contains(String key) {
      return !turns.isEmpty();
    }

    @Override
    public Set<String> keys() {
      return Set.of("team/k");
    }
  }
}
