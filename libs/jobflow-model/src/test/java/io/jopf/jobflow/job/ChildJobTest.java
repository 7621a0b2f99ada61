package io.jopf.jobflow.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpecBuilder;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.JobFlow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildJobTest {
  private final JobFlow flow = Given.flow("example.yaml");

  @Test
  void a_job_is_named_after_flow_and_step_and_says_where_it_comes_from() {
    Job job = Given.job(flow, Given.step(flow, "job2"), Given.inline(Given.step(flow, "job2")));

    assertThat(job.getMetadata().getName()).isEqualTo("jobflow-example-job2");
    assertThat(job.getMetadata().getLabels())
        .containsOnly(
            entry("key1", "value1"),
            entry("key2", "value2"),
            entry(Marks.MANAGED_BY, Marks.OPERATOR),
            entry(Marks.FLOW_UID, "flow-uid"),
            entry(Marks.STEP, "job2"));
    assertThat(job.getMetadata().getAnnotations())
        .containsOnly(
            entry("key1", "value1"),
            entry("key2", "value2"),
            entry(Marks.FLOW, "jobflow-example"),
            entry(Marks.STEP, "job2"));
    assertThat(job.getSpec().getTemplate().getMetadata().getLabels())
        .containsEntry("key1", "value1")
        .containsEntry(Marks.FLOW_UID, "flow-uid");
    assertThat(job.getSpec().getTemplate().getMetadata().getAnnotations())
        .containsOnly(entry("key1", "value1"), entry("key2", "value2"));
  }

  @Test
  void a_job_made_from_a_template_names_it() {
    Flow step = Given.step(flow, "job1");

    Job job = Given.job(flow, step, new Source(Given.inline(step).spec(), "my.template"));

    assertThat(job.getMetadata().getAnnotations())
        .containsEntry(Marks.TEMPLATE, "team.my.template");
  }

  @Test
  void pods_are_never_restarted_and_jobs_not_retried_unless_asked_for() {
    assertThat(pod(job(spec().build())).getRestartPolicy()).isEqualTo("Never");
    assertThat(job(spec().build()).getSpec().getBackoffLimit()).isZero();
    assertThat(job(spec().withBackoffLimit(4).build()).getSpec().getBackoffLimit()).isEqualTo(4);
    JobSpec perIndex = spec().withBackoffLimitPerIndex(1).withCompletionMode("Indexed").build();
    assertThat(job(perIndex).getSpec().getBackoffLimit()).as("would end it at once").isNull();
  }

  @Test
  void the_time_to_live_is_kept_back_so_that_no_outcome_is_lost() {
    Job job = job(spec().withTtlSecondsAfterFinished(1).build());

    assertThat(job.getSpec().getTtlSecondsAfterFinished()).isNull();
    assertThat(Marks.timeToLive(job)).contains(1);
    assertThat(Marks.timeToLive(job(spec().build()))).isEmpty();
  }

  @Test
  void other_fields_of_the_template_are_passed_on_untouched() {
    JobSpec written =
        spec().withCompletions(3).withParallelism(2).withActiveDeadlineSeconds(60L).build();

    JobSpec made = job(written).getSpec();

    assertThat(made.getCompletions()).isEqualTo(3);
    assertThat(made.getParallelism()).isEqualTo(2);
    assertThat(made.getActiveDeadlineSeconds()).isEqualTo(60L);
    assertThat(written.getBackoffLimit()).as("the template itself is left alone").isNull();
    assertThat(written.getTemplate().getSpec().getRestartPolicy()).isNull();
  }

  @Test
  void variables_for_all_reach_every_container_and_never_replace_its_own() {
    JobSpec written =
        spec()
            .editTemplate()
            .editSpec()
            .addNewInitContainer()
            .withName("init")
            .endInitContainer()
            .editFirstContainer()
            .addNewEnv()
            .withName("FOO")
            .withValue("own")
            .endEnv()
            .addNewEnv()
            .withName("PATHS")
            .withValue("$(QUE)/x")
            .endEnv()
            .endContainer()
            .endSpec()
            .endTemplate()
            .build();

    PodSpec pod = pod(job(written));

    assertThat(env(pod.getInitContainers().get(0))).containsExactly("FOO=bar", "QUE=pasa");
    assertThat(env(pod.getContainers().get(0)))
        .as("those for all come first, so that others can refer to them")
        .containsExactly("QUE=pasa", "FOO=own", "PATHS=$(QUE)/x");
  }

  @Test
  void labels_and_annotations_of_the_pod_template_win() {
    JobSpec written =
        spec()
            .editTemplate()
            .withNewMetadata()
            .addToLabels("key1", "own")
            .addToLabels("app", "x")
            .addToAnnotations("key2", "own")
            .endMetadata()
            .endTemplate()
            .build();

    var metadata = job(written).getSpec().getTemplate().getMetadata();

    assertThat(metadata.getLabels())
        .containsEntry("key1", "own")
        .containsEntry("key2", "value2")
        .containsEntry("app", "x");
    assertThat(metadata.getAnnotations())
        .containsEntry("key1", "value1")
        .containsEntry("key2", "own");
  }

  @Test
  void the_node_for_all_holds_unless_the_template_names_one() {
    JobFlow sameNode = Given.flow("example-sameNode.yaml");
    Flow step = Given.step(sameNode, "job3");

    Job job = Given.job(sameNode, step, Given.inline(step));
    JobSpec own =
        spec().editTemplate().editSpec().withNodeName("n7").endSpec().endTemplate().build();

    assertThat(pod(job).getNodeName()).isEqualTo("minikube");
    assertThat(pod(Given.job(sameNode, step, new Source(own, null))).getNodeName()).isEqualTo("n7");
  }

  @Test
  void shared_volumes_come_only_to_steps_that_mount_some() {
    JobFlow shared = Given.flow("example-shareVolume.yaml");

    for (String name : new String[] {"job1", "job2"}) {
      Flow step = Given.step(shared, name);
      PodSpec pod = pod(Given.job(shared, step, Given.inline(step)));
      assertThat(pod.getVolumes()).extracting(Volume::getName).containsExactly("mypvc");
      assertThat(pod.getContainers().get(0).getVolumeMounts())
          .extracting(VolumeMount::getMountPath)
          .containsExactly("/data");
    }
    Flow without = Given.step(shared, "job3");
    PodSpec pod = pod(Given.job(shared, without, Given.inline(without)));
    assertThat(pod.getVolumes()).isEmpty();
    assertThat(pod.getContainers().get(0).getVolumeMounts()).isEmpty();
  }

  @Test
  void a_mount_or_volume_the_template_has_itself_is_not_doubled() {
    JobFlow shared = Given.flow("example-shareVolume.yaml");
    JobSpec own =
        spec()
            .editTemplate()
            .editSpec()
            .addNewVolume()
            .withName("mypvc")
            .withNewEmptyDir()
            .endEmptyDir()
            .endVolume()
            .addNewInitContainer()
            .withName("init")
            .endInitContainer()
            .editFirstContainer()
            .addNewVolumeMount()
            .withMountPath("/data")
            .withName("mine")
            .endVolumeMount()
            .endContainer()
            .endSpec()
            .endTemplate()
            .build();

    PodSpec pod = pod(Given.job(shared, Given.step(shared, "job1"), new Source(own, null)));

    assertThat(pod.getVolumes()).hasSize(1).first().matches(v -> v.getEmptyDir() != null);
    assertThat(pod.getContainers().get(0).getVolumeMounts()).hasSize(1);
    assertThat(pod.getInitContainers().get(0).getVolumeMounts())
        .extracting(VolumeMount::getName)
        .containsExactly("mypvc");
  }

  @Test
  void a_job_of_a_node_is_bound_to_it_whatever_else_is_said() {
    DaemonJob daemonJob = Given.daemonJob();

    Job job = ChildJob.ofNode(daemonJob, "ip-10-0-0-1.eu.internal", 1);

    assertThat(job.getMetadata().getName()).isEqualTo("daemonjob-example-ip-10-0-0-1.eu.internal");
    assertThat(pod(job).getNodeName()).isEqualTo("ip-10-0-0-1.eu.internal");
    assertThat(pod(job).getRestartPolicy()).isEqualTo("Never");
    assertThat(job.getMetadata().getAnnotations())
        .containsEntry(Marks.NODE, "ip-10-0-0-1.eu.internal")
        .containsEntry("key1", "value1");
    assertThat(job.getMetadata().getLabels()).containsEntry(Marks.DAEMON_JOB_UID, "daemon-uid");
    assertThat(env(pod(job).getContainers().get(0))).containsExactly("FOO=bar", "QUE=pasa");
    assertThat(job.getSpec().getAdditionalProperties()).as("nothing of the outer spec").isEmpty();
  }

  @Test
  void an_indexed_job_with_a_dotted_node_gets_a_name_its_pods_can_bear() {
    DaemonJob daemonJob = Given.daemonJob();
    daemonJob.getSpec().setCompletionMode("Indexed");
    daemonJob.getSpec().setCompletions(12);

    assertThat(ChildJob.ofNode(daemonJob, "a.b", 1).getMetadata().getName())
        .matches("daemonjob-example-a-b-[0-9a-f]{8}");
  }

  @Test
  void the_queue_of_a_flow_is_that_of_its_jobs() {
    flow.getMetadata().setLabels(Map.of("kueue.x-k8s.io/queue-name", "team"));

    assertThat(job(spec().build()).getMetadata().getLabels())
        .containsEntry("kueue.x-k8s.io/queue-name", "team");
  }

  private Job job(JobSpec spec) {
    return Given.job(flow, Given.step(flow, "job1"), new Source(spec, null));
  }

  private static JobSpecBuilder spec() {
    return new JobSpecBuilder()
        .withNewTemplate()
        .withNewSpec()
        .addNewContainer()
        .withName("main")
        .endContainer()
        .endSpec()
        .endTemplate();
  }

  private static PodSpec pod(Job job) {
    return job.getSpec().getTemplate().getSpec();
  }

  private static List<String> env(Container container) {
    return container.getEnv().stream().map(ChildJobTest::text).toList();
  }

  private static String text(EnvVar variable) {
    return variable.getName() + "=" + variable.getValue();
  }
}
