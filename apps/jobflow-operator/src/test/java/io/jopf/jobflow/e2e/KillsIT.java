package io.jopf.jobflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.StepEntry;
import io.jopf.jobflow.e2e.RandomFlows.RandomFlow;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.process.OperatorProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The operator is killed at random moments while twenty random flows run. Expected: no Job is made
 * twice, and each flow and each of its steps ends as its definition says, however often it happens.
 */
@Scenario
@Tag("control-plane-only")
class KillsIT {

  /** How often; a hundred take half an hour on a small machine. */
  private static final int KILLS = Integer.getInteger("jopf.flow-kills", 3);

  private static final long SEED = Long.getLong("jopf.flow-seed", 20_261_121);
  private static final int FLOWS = 20;

  /** So many creations after its start it is killed at the latest. */
  private static final int MOST_CREATIONS = 12;

  /** Or so long after, in milliseconds, if nothing is left to create. */
  private static final int MOST_MS = 15_000;

  /** It lives for seconds only. */
  private static final Map<String, String> QUICK =
      Map.of("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

  @RegisterExtension private final OperatorJar operator = OperatorJar.ofThisModule();

  private final Random random = new Random(SEED);
  private final RandomFlows any = new RandomFlows(SEED);
  private final List<RandomFlow> begun = new ArrayList<>();

  @Test
  void killed_at_any_moment_it_makes_no_job_twice_and_loses_none(Cluster cluster) {
    cluster.apply(FiveJobs.DEFINITIONS);
    try (JobHistory history = JobHistory.of(cluster)) {
      for (int kill = 0; kill < KILLS; kill++) {
        if (openFlows(cluster) < FLOWS / 4) {
          begin(cluster);
        }
        OperatorProcess process = operator.start(cluster, QUICK);
        untilSomeMoment(history, kill);
        process.kill();
      }
      operator.start(cluster, QUICK);
      for (RandomFlow flow : begun) {
        cluster.await(flow.name() + " ends", () -> isEnded(cluster, flow.name()));
      }

      for (RandomFlow flow : begun) {
        assertThat(steps(cluster, flow.name()))
            .as("%s, seed %d", flow, SEED)
            .isEqualTo(flow.ends());
        assertThat(state(cluster, flow.name())).as("%s", flow).isEqualTo(flow.state());
      }
      history.assertThatOnce(
          begun.stream().flatMap(flow -> flow.jobs().stream()).toArray(String[]::new));
    }
  }

  private void begin(Cluster cluster) {
    for (RandomFlow flow : any.next(FLOWS)) {
      begun.add(flow);
      cluster.apply(flow.yaml());
    }
  }

  /** Half of the time while it starts or soon after, else right after one of its creations. */
  private void untilSomeMoment(JobHistory history, int kill) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_MS);
    if (kill % 2 == 0) {
      deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MS));
      LockSupport.parkNanos(deadline - System.nanoTime());
      return;
    }
    long before = history.added().count();
    int creations = 1 + random.nextInt(MOST_CREATIONS);
    while (history.added().count() < before + creations && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(30)));
  }

  private long openFlows(Cluster cluster) {
    Map<String, JobFlow> all =
        cluster.list(JobFlow.class).stream()
            .collect(Collectors.toMap(flow -> flow.getMetadata().getName(), Function.identity()));
    return begun.stream().filter(flow -> !isEnded(all.get(flow.name()))).count();
  }

  private static boolean isEnded(Cluster cluster, String name) {
    return isEnded(cluster.get(JobFlow.class, name));
  }

  private static boolean isEnded(@Nullable JobFlow flow) {
    return flow != null && flow.getStatus() != null && flow.getStatus().completionTime() != null;
  }

  private static String state(Cluster cluster, String name) {
    return String.valueOf(
        Objects.requireNonNull(cluster.get(JobFlow.class, name)).getStatus().state());
  }

  private static Map<String, String> steps(Cluster cluster, String name) {
    JobFlow flow = Objects.requireNonNull(cluster.get(JobFlow.class, name));
    return Objects.requireNonNull(flow.getStatus().steps()).stream()
        .collect(Collectors.toMap(StepEntry::name, step -> String.valueOf(step.state())));
  }
}
