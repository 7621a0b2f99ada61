package io.jopf.jobflow.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.Children;
import io.jopf.ObjectKey;
import io.jopf.Reconciler;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.meter.FlowMeters;
import io.jopf.jobflow.node.NodeFacts;
import io.jopf.jobflow.node.PlacementRisk;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.run.FlowRound;
import io.jopf.jobflow.run.Jobs;
import io.jopf.jobflow.run.World;
import io.jopf.jobflow.status.Report;
import io.jopf.test.VirtualTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LiveFlowTest {

  private final VirtualTime time = new VirtualTime();
  private final List<String> rounds = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Creations creations = new Creations(8);
  private LiveFlows flows =
      new LiveFlows(time, new Rounds(), creations, new FlowMeters(Optional.empty()));
  private final Cache children = new Cache();
  private final JobFlow flow = flow();
  private LiveFlow live = flows.of(flow);

  @AfterEach
  void stop() {
    flows.stop();
    creations.stop();
  }

  @Test
  void before_the_first_round_an_event_is_for_a_round() {
    assertThat(changed("f-a")).containsExactly(new ObjectKey("team", "f"));
  }

  @Test
  void a_completion_makes_the_dependents_and_wakes_a_round_only_later() {
    round();
    children.complete("f-a");

    assertThat(changed("f-a")).as("no round").isEmpty();
    awaitIdle();
    assertThat(children.jobs).containsKeys("f-a", "f-b", "f-c");
    assertThat(told).as("told at once").containsExactlyInAnyOrder("f-b", "f-c");
    assertThat(rounds).isEmpty();
    time.advanceToNext();
    assertThat(rounds).containsExactly("team/f");
  }

  @Test
  void a_completion_that_comes_before_the_answer_to_its_creation_is_not_lost() {
    round();
    CountDownLatch answer = new CountDownLatch(1);
    children.answers.put("f-b", answer);
    children.complete("f-a");
    changed("f-a");
    children.await("f-b");
    children.complete("f-b");
    changed("f-b");
    children.await("f-c");
    answer.countDown();
    awaitIdle();
    children.complete("f-c");
    changed("f-c");
    awaitIdle();

    assertThat(children.jobs).as("d waits for b and c").containsKey("f-d");
  }

  @Test
  void a_job_is_looked_at_when_its_creation_has_ended_and_only_if_it_was_told_of_before() {
    List<String> looks = new CopyOnWriteArrayList<>();
    round(
        live,
        name -> {
          looks.add(name);
          return children.jobs.get(name);
        });
    CountDownLatch answer = new CountDownLatch(1);
    children.answers.put("f-b", answer);
    children.complete("f-a");
    changed("f-a");
    children.await("f-b");
    changed("f-b");
    children.await("f-c");
    answer.countDown();
    awaitIdle();

    assertThat(looks).containsExactly("f-a", "f-b");
  }

  @Test
  void a_job_that_goes_while_it_is_made_wakes_a_round() {
    round();
    CountDownLatch answer = new CountDownLatch(1);
    children.answers.put("f-b", answer);
    children.complete("f-a");
    changed("f-a");
    children.await("f-b");
    // the other one is made by then, and its answer is not the news that the round is for
    while (!told.contains("f-c")) {
      Thread.onSpinWait();
    }
    children.jobs.remove("f-b");
    changed("f-b");
    answer.countDown();
    awaitIdle();

    assertThat(rounds).containsExactly("team/f");
  }

  @Test
  void a_round_waits_for_creations_under_way_and_finds_what_they_made() throws Exception {
    round();
    CountDownLatch answer = new CountDownLatch(1);
    children.answers.put("f-b", answer);
    children.complete("f-a");
    changed("f-a");
    children.await("f-b");

    Thread next = new Thread(this::round);
    next.start();
    next.join(50);
    assertThat(next.isAlive()).as("it waits").isTrue();
    answer.countDown();
    next.join(TimeUnit.SECONDS.toMillis(30));

    assertThat(next.isAlive()).isFalse();
    assertThat(children.made).doesNotHaveDuplicates();
  }

  @Test
  void what_comes_during_a_round_is_looked_at_after_it() {
    round();
    live.beginRound();
    children.complete("f-a");
    assertThat(changed("f-a")).isEmpty();
    live.end(null, null, name -> null, job -> {});

    assertThat(rounds).as("nobody goes on, so there is another round").containsExactly("team/f");
  }

  @Test
  void a_job_that_is_gone_wakes_a_round_at_once() {
    round();
    children.jobs.remove("f-a");
    changed("f-a");
    awaitIdle();

    assertThat(rounds).containsExactly("team/f");
    assertThat(changed("f-a")).as("until then all is for rounds").hasSize(1);
  }

  @Test
  void what_waits_to_be_made_is_left_to_a_round_that_is_due() throws Exception {
    oneAtATime();
    round();
    CountDownLatch answer = new CountDownLatch(1);
    children.answers.put("f-b", answer);
    children.complete("f-a");
    changed("f-a");
    children.await("f-b");

    Thread next = new Thread(live::beginRound);
    next.start();
    while (next.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    answer.countDown();
    next.join(TimeUnit.SECONDS.toMillis(30));

    assertThat(next.isAlive()).isFalse();
    assertThat(children.made).containsExactly("f-a", "f-b");
  }

  @Test
  void after_one_that_could_not_be_made_none_is_tried_until_a_round_has_decided_anew() {
    oneAtATime();
    round();
    children.broken.put("f-b", new KubernetesClientException("a webhook timed out", 500, null));
    children.complete("f-a");
    changed("f-a");
    awaitIdle();

    assertThat(children.made).as("c is not tried").containsExactly("f-a", "f-b");
    // for each of the two, or for both
    assertThat(rounds).containsOnly("team/f");
    children.broken.clear();
    round();
    assertThat(children.jobs).containsKeys("f-b", "f-c");
  }

  @Test
  void an_error_in_a_creation_leaves_nothing_under_way() {
    round();
    children.broken.put("f-b", new LinkageError("broken"));
    children.complete("f-a");
    changed("f-a");
    awaitIdle();

    assertThat(rounds).isNotEmpty();
    children.broken.clear();
    round();
    assertThat(children.jobs).containsKeys("f-b", "f-c");
  }

  @Test
  void a_round_can_begin_though_the_operator_ends_in_the_middle_of_creations() {
    oneAtATime();
    round();
    children.answers.put("f-b", new CountDownLatch(1));
    children.complete("f-a");
    changed("f-a");
    children.await("f-b");
    creations.stop();
    live.beginRound();

    assertThat(children.made).doesNotContain("f-c");
  }

  @Test
  @Timeout(60)
  void nobody_waits_for_work_that_was_dropped_when_the_operator_ended() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(LiveFlows.THREADS);
    for (int i = 0; i < LiveFlows.THREADS; i++) {
      LiveFlow other = flows.of(flow);
      round(
          other,
          job -> {
            busy.countDown();
            hang(never);
            return null;
          });
      other.changed("f-a", null);
    }
    busy.await();
    round();
    assertThat(live.changed("f-a", null)).as("its work waits for a thread").isTrue();

    flows.stop();

    live.beginRound();
    awaitIdle();
    assertThat(flows.isIdle()).isTrue();
  }

  private static void hang(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void oneAtATime() {
    stop();
    creations = new Creations(1);
    flows = new LiveFlows(time, new Rounds(), creations, new FlowMeters(Optional.empty()));
    live = flows.of(flow);
  }

  private void round() {
    round(live, children.jobs::get);
  }

  private void round(LiveFlow live, Function<String, @Nullable Job> reader) {
    live.beginRound();
    Jobs jobs = new Jobs(children, List.copyOf(children.jobs.values()), Marks.STEP);
    Report before = Report.of(flow.getStatus());
    FlowRound round =
        new FlowRound(
            flow,
            FlowPlan.of(flow.getSpec()),
            jobs,
            new Nowhere(),
            flows.now(),
            flows.hands(),
            live.known(before.flow()));
    flow.setStatus(round.report(before).ofFlow());
    live.end(round.pursuit(), Report.of(flow.getStatus()).flow(), reader, this::tell);
  }

  private void tell(Job created) {
    told.add(created.getMetadata().getName());
  }

  private List<ObjectKey> changed(String job) {
    GenericKubernetesResource event =
        Serialization.unmarshal(
            """
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: %s
              namespace: team
              annotations: {api.practice.com/step: %s}
              ownerReferences:
              - {apiVersion: api.practice.com/v1alpha1, kind: JobFlow, name: f, uid: u, controller: true}
            """
                .formatted(job, job.substring(2)),
            GenericKubernetesResource.class);
    return flows.map(event, Stream.of()).toList();
  }

  private void awaitIdle() {
    while (!flows.isIdle() || !creations.isIdle()) {
      Thread.onSpinWait();
    }
  }

  private static JobFlow flow() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("apiVersion: api.practice.com/v1alpha1\nkind: JobFlow\n");
    yaml.append("metadata: {name: f, namespace: team, uid: u}\nspec:\n  flows:\n");
    for (String step : List.of("a []", "b [a]", "c [a]", "d [b, c]")) {
      String[] words = step.split(" ", 2);
      yaml.append("  - {name: ").append(words[0]).append(", dependencies: ").append(words[1]);
      yaml.append(", jobTemplate: {template: {spec: {containers: [{name: m, image: x}]}}}}\n");
    }
    return Serialization.unmarshal(yaml.toString(), JobFlow.class);
  }

  private final class Rounds implements Reconciler {
    @Override
    public void reconcileAll() {
      throw new UnsupportedOperationException("one is meant");
    }

    @Override
    public void reconcileAll(Class<? extends HasMetadata> kind) {
      throw new UnsupportedOperationException("one is meant");
    }

    @Override
    public void reconcile(Class<? extends HasMetadata> kind, ObjectKey key) {
      rounds.add(key.toString());
    }
  }

  /** Jobs as the cache has them; answers to creations can be held back. */
  private static final class Cache implements Children {
    final Map<String, Job> jobs = new ConcurrentHashMap<>();
    final List<String> made = new CopyOnWriteArrayList<>();
    final Map<String, CountDownLatch> answers = new ConcurrentHashMap<>();
    final Map<String, Throwable> broken = new ConcurrentHashMap<>();

    void complete(String name) {
      jobs.computeIfPresent(
          name,
          (same, job) ->
              new JobBuilder(job)
                  .withNewStatus()
                  .addNewCondition()
                  .withType("Complete")
                  .withStatus("True")
                  .endCondition()
                  .endStatus()
                  .build());
    }

    void await(String name) {
      while (!jobs.containsKey(name)) {
        Thread.onSpinWait();
      }
    }

    @Override
    public <T extends HasMetadata> T create(T desired) {
      String name = desired.getMetadata().getName();
      desired.getMetadata().setNamespace("team");
      made.add(name);
      if (broken.get(name) instanceof RuntimeException e) {
        throw e;
      }
      if (broken.get(name) instanceof Error e) {
        throw e;
      }
      jobs.put(name, (Job) desired);
      try {
        answers.getOrDefault(name, new CountDownLatch(0)).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return desired;
    }

    @Override
    public <T extends HasMetadata> T apply(T desired) {
      throw new UnsupportedOperationException("nothing here applies");
    }

    @Override
    public void ensure(HasMetadata desired) {
      apply(desired);
    }

    @Override
    public <T extends HasMetadata> T takeOver(T desired) {
      throw new UnsupportedOperationException("nothing here takes over");
    }

    @Override
    public <T extends HasMetadata> T adopt(T object) {
      throw new UnsupportedOperationException("nothing here adopts");
    }

    @Override
    public void delete(HasMetadata child) {
      throw new UnsupportedOperationException("nothing here deletes");
    }

    @Override
    public Written written() {
      throw new UnsupportedOperationException();
    }
  }

  /** No templates, no messages. */
  private static final class Nowhere implements World {
    @Override
    public Optional<JobTemplate> template(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<ControllerRevision> copy(String name) {
      return Optional.empty();
    }

    @Override
    public @Nullable String queued() {
      return null;
    }

    @Override
    public String terminationMessage(Job job) {
      return "";
    }

    @Override
    public @Nullable String nodeOf(Job job) {
      return null;
    }

    @Override
    public PlacementRisk.Cluster cluster() {
      return new PlacementRisk.Cluster() {
        @Override
        public Optional<NodeFacts> node(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<String> waitingClass(String claim) {
          return Optional.empty();
        }
      };
    }

    @Override
    public void deleteFlow() {
      throw new UnsupportedOperationException("nothing here is deleted");
    }
  }
}
