package io.jopf.jobflow.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.flow.Control;
import io.jopf.flow.FailurePolicy;
import io.jopf.flow.FlowEngine;
import io.jopf.flow.FlowInput;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Observed;
import io.jopf.flow.Plan;
import io.jopf.flow.Policy;
import io.jopf.flow.Step;
import io.jopf.flow.rollout.Place;
import io.jopf.flow.rollout.Rollout;
import io.jopf.flow.rollout.RolloutControl;
import io.jopf.flow.rollout.RolloutInput;
import io.jopf.flow.rollout.RolloutPolicy;
import io.jopf.flow.rollout.RolloutStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** An object may have 1.5 MB, spec and metadata included. */
class StatusSizeTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String LONG = "x".repeat(300);
  private static final String FLOW = "nightly-reports";

  @Test
  void a_flow_of_1000_steps_has_a_status_of_less_than_250_kb_whatever_they_do() {
    assertThat(ofFlow(1000, i -> Observed.none())).isLessThan(250_000);
    assertThat(ofFlow(1000, i -> Observed.active(NOW))).isLessThan(250_000);
    assertThat(ofFlow(1000, i -> Observed.succeeded(NOW, NOW))).isLessThan(250_000);
    assertThat(ofFlow(1000, i -> i % 10 == 0 ? failed() : Observed.succeeded(NOW, NOW)))
        .isLessThan(250_000);
  }

  @Test
  void a_flow_of_2000_steps_has_less_than_500_kb_even_if_all_fail() {
    assertThat(ofFlow(2000, i -> Observed.active(NOW))).isLessThan(500_000);
    assertThat(ofFlow(2000, i -> failed())).isLessThan(500_000);
  }

  @Test
  void a_daemon_job_on_5000_nodes_has_less_than_1100_kb_whatever_they_do() {
    assertThat(ofNodes(i -> Observed.none())).isLessThan(1_100_000);
    assertThat(ofNodes(i -> Observed.active(NOW))).isLessThan(1_100_000);
    assertThat(ofNodes(i -> failed())).isLessThan(1_100_000);
    assertThat(ofNodes(i -> Observed.held("Forbidden", LONG))).isLessThan(1_100_000);
    assertThat(ofNodes(i -> Observed.succeeded(NOW, NOW))).isLessThan(150_000);
  }

  /** What the size of a flow is reckoned with before it begins. */
  @Test
  void messages_and_jobs_take_no_more_than_is_reckoned_with() {
    int withNames = 190 + 63 + "transform-partition-199".length();

    assertThat(ofFlow(200, i -> failed())).isLessThan(200 * (withNames + 270 + 1000));
    assertThat(ofFlow(500, i -> failed())).isLessThan(500 * (withNames + 270) + 200 * 1000);
  }

  private static Observed failed() {
    return Observed.failed(NOW, NOW, "BackoffLimitExceeded", LONG);
  }

  private static int ofFlow(int size, IntFunction<Observed> shown) {
    List<Step> steps = new ArrayList<>();
    Map<String, Observed> observed = new HashMap<>();
    Map<String, Job> jobs = new HashMap<>();
    for (int i = 0; i < size; i++) {
      String name = "transform-partition-" + i;
      // without jobs the later ones wait for the first
      boolean none = shown.apply(i).phase() == Observed.Phase.NONE;
      steps.add(i == 0 || !none ? Step.of(name) : Step.of(name, "transform-partition-0"));
      observed.put(name, shown.apply(i));
      if (!none) {
        jobs.put(name, job(FLOW + "-" + name, shown.apply(i)));
      }
    }
    Plan plan = Plan.of(steps, new Policy(FailurePolicy.CONTINUE, 0, null));
    FlowStatus status =
        FlowEngine.decide(new FlowInput(plan, FlowStatus.none(), observed, Control.none(), NOW))
            .status();
    Report report =
        Report.of(null)
            .next(
                new ObjectMetaBuilder().withName(FLOW).withGeneration(1L).build(),
                status,
                jobs,
                jobs.values(),
                Extras.none(),
                NOW);
    return bytes(report.ofFlow());
  }

  private static int ofNodes(IntFunction<Observed> shown) {
    Map<String, Place> places = new HashMap<>();
    Map<String, Observed> observed = new HashMap<>();
    Map<String, Job> jobs = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      String name = "ip-10-0-%d-%d.eu-central-1.compute.internal".formatted(i / 200, i % 200);
      places.put(name, Place.fit("0a1b2c3d-0000-4000-8000-0123456789ab"));
      observed.put(name, shown.apply(i));
      if (shown.apply(i).attempt() > 0) {
        jobs.put(name, job("kernel-upgrade-" + name, shown.apply(i)));
      }
    }
    RolloutStatus status =
        Rollout.decide(
                new RolloutInput(
                    RolloutPolicy.plain(),
                    places,
                    NodeReport.of(null).rollout(),
                    observed,
                    RolloutControl.none(),
                    NOW))
            .status();
    NodeReport report =
        NodeReport.of(null)
            .next(
                new ObjectMetaBuilder().withName("kernel-upgrade").withGeneration(1L).build(),
                status,
                jobs,
                jobs.values(),
                List.of(),
                new NodeReport.Wished(null, null),
                null,
                NOW);
    return bytes(report.status());
  }

  private static int bytes(Object status) {
    return Serialization.asJson(status).getBytes(StandardCharsets.UTF_8).length;
  }

  private static Job job(String name, Observed shown) {
    JobBuilder job =
        new JobBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace("data-team")
            .endMetadata()
            .withNewStatus()
            .withStartTime(NOW.toString())
            .withActive(1)
            .withReady(1)
            .withTerminating(0)
            .withNewUncountedTerminatedPods()
            .endUncountedTerminatedPods()
            .endStatus();
    boolean failed = shown.phase() == Observed.Phase.FAILED;
    if (failed || shown.phase() == Observed.Phase.SUCCEEDED) {
      for (String type : failed ? List.of("FailureTarget", "Failed") : List.of("Complete")) {
        job.editStatus()
            .addNewCondition()
            .withType(type)
            .withStatus("True")
            .withReason("BackoffLimitExceeded")
            .withMessage("Job has reached the specified backoff limit")
            .withLastProbeTime(NOW.toString())
            .withLastTransitionTime(NOW.toString())
            .endCondition()
            .endStatus();
      }
    }
    return job.build();
  }
}
