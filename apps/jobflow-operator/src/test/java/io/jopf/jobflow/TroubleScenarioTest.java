package io.jopf.jobflow;

import static io.jopf.test.faults.Verb.CREATE;
import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.Fault;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Requests;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever one call meets: each Job is made once, and the flow succeeds. */
@JopfTest(crds = Flows.CRDS)
class TroubleScenarioTest {

  private static final Map<String, Function<Requests, Fault>> FAULTS =
      Map.of(
          "409", requests -> requests.answer(409),
          "429", requests -> requests.answer(429).retryAfter(1),
          "500", requests -> requests.answer(500),
          "503", requests -> requests.answer(503),
          "a lost request", Requests::drop,
          "a lost answer", Requests::dropAfterForwarding);

  private static Fault strike(String trouble, Requests requests) {
    return Objects.requireNonNull(FAULTS.get(trouble)).apply(requests).times(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"409", "429", "500", "503", "a lost request", "a lost answer"})
  void a_creation_that_meets_trouble_is_neither_lost_nor_doubled(
      String trouble, Cluster cluster, FaultProxy faults) {
    Fault fault = strike(trouble, faults.on(CREATE, "jobs"));

    runs(cluster, flows -> {});

    assertThat(fault.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"409", "429", "500", "503", "a lost request", "a lost answer"})
  void a_status_that_meets_trouble_is_stored_later_and_no_step_runs_again(
      String trouble, Cluster cluster, FaultProxy faults) {
    Fault fault = strike(trouble, faults.on(PATCH, "jobflows/status"));

    runs(cluster, flows -> {});

    assertThat(fault.count()).isEqualTo(2);
  }

  @Test
  void a_watch_that_breaks_in_the_middle_of_an_event_loses_no_completion(
      Cluster cluster, FaultProxy faults) {
    runs(cluster, flows -> faults.watches("jobs").resetMidEvent());
  }

  @Test
  void a_watch_that_is_too_old_to_go_on_loses_no_completion(Cluster cluster, FaultProxy faults) {
    runs(cluster, flows -> faults.watches("jobs").sendError(410));
  }

  private static void runs(Cluster cluster, Consumer<Flows> meanwhile) {
    Flows flows = new Flows(cluster);
    Made made = new Made();
    try (Watch watch = cluster.client().batch().v1().jobs().watch(made)) {
      flows.applyChain("f", "a", "b a", "c a", "d b c", "e d");
      flows.awaitJob("f-a");
      meanwhile.accept(flows);
      flows.awaitState("f", "Succeed");
      assertThat(watch).isNotNull();
    }
    assertThat(made.names).containsExactlyInAnyOrder("f-a", "f-b", "f-c", "f-d", "f-e");
    assertThat(flows.status("f").progress()).isEqualTo("5/5");
  }

  /** The Jobs that were made, once for each time. */
  private static final class Made implements Watcher<Job> {
    private final List<String> names = new CopyOnWriteArrayList<>();

    @Override
    public void eventReceived(Action action, Job job) {
      if (action == Action.ADDED) {
        names.add(job.getMetadata().getName());
      }
    }

    @Override
    public void onClose(WatcherException cause) {
      names.add("the watch has ended");
    }
  }
}
