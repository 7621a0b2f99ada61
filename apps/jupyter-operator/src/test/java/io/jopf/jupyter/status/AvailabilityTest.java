package io.jopf.jupyter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "containerStatuses: [{state: {waiting: {reason: ImagePullBackOff, message: no such"
            + " image}}}]|ImagePull|no such image",
        "containerStatuses: [{state: {waiting: {reason: ErrImagePull}}}]|ImagePull|ErrImagePull",
        "containerStatuses: [{state: {waiting: {reason: CrashLoopBackOff, message: back-off}}}]"
            + "|CrashLoop|back-off",
        "containerStatuses: [{state: {waiting: {reason: CrashLoopBackOff}},"
            + " lastState: {terminated: {reason: OOMKilled}}}]|OutOfMemory|memory limit",
        "conditions: [{type: PodScheduled, status: 'False', message: 0/3 nodes fit}]"
            + "|Unschedulable|0/3 nodes fit",
        "conditions: [{type: PodScheduled, status: 'False',"
            + " message: pod has unbound immediate PersistentVolumeClaims}]|ClaimPending|unbound",
        "conditions: [{type: PodScheduled, status: 'False',"
            + " message: persistentvolumeclaim projects not found}]|ClaimPending|projects",
        "containerStatuses: [{state: {waiting: {reason: CreateContainerConfigError,"
            + " message: no such secret}}}]|ContainerRefused|no such secret",
        "containerStatuses: [{state: {waiting: {reason: ContainerCreating}}}]|Starting|not answer"
      })
  void what_keeps_a_pod_from_running_is_told(String status, String reason, String message) {
    Pod pod = Serialization.unmarshal("kind: Pod\nstatus: {" + status + "}", Pod.class);

    Verdict verdict = Availability.of(new Deployment(), List.of(pod));

    assertThat(verdict.status()).isEqualTo("False");
    assertThat(verdict.reason()).isEqualTo(reason);
    assertThat(verdict.message()).contains(message);
  }

  @Test
  void a_pod_that_may_not_be_made_is_told_from_the_deployment() {
    Deployment deployment =
        Serialization.unmarshal(
            "kind: Deployment\n"
                + "status: {conditions: [{type: ReplicaFailure, status: 'True', message: quota}]}",
            Deployment.class);

    assertThat(Availability.of(deployment, List.of())).isEqualTo(Verdict.no("PodRefused", "quota"));
  }

  @Test
  void an_answering_server_is_available_whatever_happened_to_earlier_pods() {
    Deployment deployment =
        Serialization.unmarshal(
            "kind: Deployment\nstatus: {availableReplicas: 1}", Deployment.class);
    Pod failed =
        Serialization.unmarshal(
            "kind: Pod\nstatus: {containerStatuses: [{state: {terminated: {reason: OOMKilled}}}]}",
            Pod.class);

    assertThat(Availability.of(deployment, List.of(failed)).status()).isEqualTo("True");
  }
}
