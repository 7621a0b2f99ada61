package io.jopf.jupyter.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.plan.NotebookPlanner;
import io.jopf.jupyter.settings.OperatorSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookPodTest {

  @Test
  void there_is_one_pod_and_never_two_at_a_time() {
    var deployment = Find.in(of(Samples.minimal(), Samples.settings())).deployment();

    assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
    assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
  }

  @Test
  void the_defaults_reach_the_container() {
    Container container = container(Samples.minimal());

    assertThat(container.getImage()).isEqualTo("jupyter/minimal-notebook:notebook-6.3.0");
    assertThat(container.getImagePullPolicy()).isEqualTo("IfNotPresent");
    assertThat(container.getCommand()).containsExactly("bash", "/usr/local/bin/start.sh");
    assertThat(container.getPorts())
        .singleElement()
        .satisfies(port -> assertThat(port.getContainerPort()).isEqualTo(8888));
    assertThat(container.getResources().getRequests())
        .isEqualTo(Map.of("cpu", new Quantity("10m"), "memory", new Quantity("256Mi")));
    assertThat(container.getResources().getLimits())
        .isEqualTo(Map.of("cpu", new Quantity("1"), "memory", new Quantity("1Gi")));
    assertThat(pod(Samples.minimal()).getServiceAccountName()).isEqualTo("default");
  }

  @Test
  void the_pod_runs_with_the_ids_that_were_asked_for() {
    var usual = pod(Samples.minimal()).getSecurityContext();
    var own = pod(Samples.with("securityContext: {runAsUser: 7, runAsGroup: 8}"));

    assertThat(usual.getRunAsUser()).isEqualTo(1000);
    assertThat(usual.getRunAsGroup()).isEqualTo(100);
    assertThat(usual.getFsGroup()).isEqualTo(100);
    assertThat(own.getSecurityContext().getRunAsUser()).isEqualTo(7);
    assertThat(own.getSecurityContext().getRunAsGroup()).isEqualTo(8);
    assertThat(own.getSecurityContext().getFsGroup()).isEqualTo(100);
  }

  @Test
  void the_projects_claim_is_the_only_volume_that_is_not_the_operators() {
    assertThat(pod(Samples.minimal()).getVolumes())
        .filteredOn(volume -> volume.getConfigMap() == null)
        .singleElement()
        .extracting(Volume::getPersistentVolumeClaim)
        .satisfies(claim -> assertThat(claim.getClaimName()).isEqualTo("projects"));
  }

  @Test
  void nodes_and_priority_are_the_administrators() {
    OperatorSettings settings =
        Samples.settings(
            "pod.node-selector.key", "key",
            "pod.node-selector.value", "value",
            "pod.priority-class.apply", "yes",
            "pod.priority-class.name", "low");
    PodSpec pod = Find.in(of(Samples.minimal(), settings)).pod().getSpec();

    assertThat(pod.getNodeSelector()).isEqualTo(Map.of("key", "value"));
    assertThat(pod.getPriorityClassName()).isEqualTo("low");
    assertThat(pod(Samples.minimal()).getPriorityClassName()).isNull();
  }

  @Test
  void the_server_starts_in_the_project_and_has_time_to_end() {
    assertThat(container(Samples.minimal()).getWorkingDir()).isEqualTo("/home/jovyan");
    assertThat(pod(Samples.minimal()).getTerminationGracePeriodSeconds()).isEqualTo(30);
    assertThat(pod(Samples.minimal()).getSecurityContext().getFsGroupChangePolicy())
        .isEqualTo("OnRootMismatch");
  }

  @Test
  void tolerations_and_affinity_are_the_administrators_and_the_notebooks() {
    String affinity =
        """
        {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms":
        [{"matchExpressions": [{"key": "%s", "operator": "Exists"}]}]}}}\
        """;
    OperatorSettings settings =
        Samples.settings(
            "pod.tolerations",
            "[{\"key\": \"theirs\", \"operator\": \"Exists\"}]",
            "pod.affinity",
            affinity.formatted("theirs"));
    PodSpec usual = Find.in(of(Samples.minimal(), settings)).pod().getSpec();
    PodSpec own =
        Find.in(
                of(
                    Samples.with(
                        "tolerations: [{key: own, value: v, effect: NoSchedule}], affinity: "
                            + affinity.formatted("own").replace("\n", " ")),
                    settings))
            .pod()
            .getSpec();

    assertThat(usual.getTolerations()).extracting(Toleration::getKey).containsExactly("theirs");
    assertThat(Serialization.asYaml(usual.getAffinity())).contains("key: \"theirs\"");
    assertThat(own.getTolerations())
        .extracting(Toleration::getKey)
        .containsExactly("theirs", "own");
    assertThat(Serialization.asYaml(own.getAffinity()))
        .contains("key: \"own\"")
        .doesNotContain("theirs");
    assertThat(pod(Samples.minimal()).getAffinity()).isNull();
  }

  @Test
  void devices_are_set_aside_and_limited_alike() {
    OperatorSettings amd = Samples.settings("pod.gpu-resource", "amd.com/gpu");
    JupyterNotebook notebook =
        Samples.with("resources: {gpu: 2, extended: {example.com/fpga: '1', example.com/not: 0}}");
    var resources =
        Find.in(of(notebook, amd)).pod().getSpec().getContainers().get(0).getResources();

    assertThat(resources.getLimits())
        .containsEntry("amd.com/gpu", new Quantity("2"))
        .containsEntry("example.com/fpga", new Quantity("1"))
        .doesNotContainKey("example.com/not");
    assertThat(resources.getRequests()).containsKeys("amd.com/gpu", "example.com/fpga");
    assertThat(container(notebook).getResources().getLimits()).containsKey("nvidia.com/gpu");
  }

  @Test
  void shared_memory_is_as_large_as_the_notebook_or_else_the_administrator_says() {
    OperatorSettings settings = Samples.settings("pod.shm-size", "1Gi");

    assertThat(sharedMemory(Samples.minimal(), settings)).isEqualTo("1Gi");
    assertThat(sharedMemory(Samples.with("shmSize: 2Gi"), settings)).isEqualTo("2Gi");
    assertThat(container(Samples.with("shmSize: 2Gi")).getVolumeMounts())
        .filteredOn(mount -> mount.getMountPath().equals("/dev/shm"))
        .singleElement()
        .returns(null, VolumeMount::getSubPath);
    assertThat(container(Samples.minimal()).getVolumeMounts())
        .noneMatch(mount -> mount.getMountPath().equals("/dev/shm"));
  }

  private static String sharedMemory(JupyterNotebook notebook, OperatorSettings settings) {
    return Find.in(of(notebook, settings)).pod().getSpec().getVolumes().stream()
        .filter(volume -> volume.getEmptyDir() != null)
        .map(volume -> volume.getEmptyDir().getMedium() + volume.getEmptyDir().getSizeLimit())
        .map(text -> text.replace("Memory", ""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void root_is_root_where_the_administrator_allows_it() {
    var objects =
        Find.in(
            of(
                Samples.with("securityContext: {runAsUser: 0}"),
                Samples.settings("pod.allow-root", "yes")));
    PodSpec pod = objects.pod().getSpec();

    assertThat(pod.getSecurityContext().getRunAsUser()).isZero();
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isFalse();
    assertThat(pod.getContainers().get(0).getSecurityContext()).isNull();
    assertThat(objects.configMap("config-nb").getData().get(ConfigMaps.CONFIG_FILE))
        .contains("\"allow_root\": true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"image: 'jupyter/r:1'", "resources: {limits: {cpu: 2}}", "labels: ['a.b/c=d']"})
  void what_the_pod_is_made_from_changes_the_deployment_alone(String fields) {
    List<HasMetadata> before = of(Samples.minimal(), Samples.settings());
    List<HasMetadata> after = of(Samples.with(fields), Samples.settings());

    assertThat(after.stream().filter(object -> !before.contains(object)))
        .singleElement()
        .returns("Deployment", HasMetadata::getKind);
    assertThat(Serialization.asYaml(Find.in(after).pod()))
        .isNotEqualTo(Serialization.asYaml(Find.in(before).pod()));
  }

  private static Container container(JupyterNotebook notebook) {
    return pod(notebook).getContainers().get(0);
  }

  private static PodSpec pod(JupyterNotebook notebook) {
    return Find.in(of(notebook, Samples.settings())).pod().getSpec();
  }

  private static List<HasMetadata> of(JupyterNotebook notebook, OperatorSettings settings) {
    return DesiredObjects.of(
        NotebookPlanner.plan(notebook, settings).plan().orElseThrow(), new Token("s3cret"));
  }
}
