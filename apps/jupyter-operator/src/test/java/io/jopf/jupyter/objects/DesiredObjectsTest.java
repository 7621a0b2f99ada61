package io.jopf.jupyter.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.jopf.jupyter.Samples;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.plan.NotebookPlanner;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DesiredObjectsTest {

  private static final Token TOKEN = new Token("s3cret");

  @Test
  void a_notebook_is_seven_objects_with_the_workload_last() {
    assertThat(of(Samples.minimal()))
        .extracting(object -> object.getKind() + " " + object.getMetadata().getName())
        .containsExactly(
            "Service nb",
            "Ingress nb",
            "ConfigMap config-nb",
            "ConfigMap bp-nb",
            "ConfigMap startup-nb",
            "Secret token-nb",
            "Deployment nb");
  }

  @Test
  void each_object_has_the_notebooks_labels_and_the_operators() {
    JupyterNotebook notebook = Samples.minimal();
    notebook.getMetadata().setLabels(Map.of("team", "blue", "app", "other"));

    assertThat(of(notebook))
        .allSatisfy(
            object -> {
              assertThat(object.getMetadata().getNamespace()).isEqualTo("dm");
              assertThat(object.getMetadata().getLabels())
                  .containsOnly(
                      entry("team", "blue"),
                      entry("app", "nb"),
                      entry("app.kubernetes.io/managed-by", "jupyter-operator"));
            });
  }

  @Test
  void only_the_secret_has_the_token() {
    assertThat(of(Samples.minimal()))
        .filteredOn(object -> !object.getKind().equals("Secret"))
        .allSatisfy(
            object -> assertThat(Serialization.asYaml(object)).doesNotContain(TOKEN.value()));
    assertThat(TokenSecret.read(Find.in(of(Samples.minimal())).secret())).contains(TOKEN);
  }

  @Test
  void old_servers_and_new_ones_read_the_same_configuration() {
    String json =
        Find.in(of(Samples.minimal())).configMap("config-nb").getData().get(ConfigMaps.CONFIG_FILE);

    JsonNode config = Serialization.unmarshal(json, JsonNode.class);
    assertThat(config.get("ServerApp")).isEqualTo(config.get("NotebookApp"));
    assertThat(config.get("ServerApp").toString())
        .isEqualTo("{\"base_url\":\"nb\",\"ip\":\"0.0.0.0\"}");
  }

  @Test
  void the_pod_carries_what_the_data_manager_asks_for_and_what_selects_it() {
    PodTemplateSpec pod =
        Find.in(of(Samples.with("labels: ['dm/owner=a@b.org', 'dm/task-id=t1']"))).pod();

    assertThat(pod.getMetadata().getLabels())
        .containsOnly(
            entry("deployment", "nb"),
            entry("app.kubernetes.io/managed-by", "jupyter-operator"),
            entry("data-manager.informaticsmatters.com/instance", "nb"),
            entry("dm/owner", "a_b.org"),
            entry("dm/task-id", "t1"));
  }

  @Test
  void deployment_and_service_select_the_same_pod() {
    Find objects = Find.in(of(Samples.minimal()));
    Service service = objects.service();

    assertThat(service.getSpec().getSelector())
        .isEqualTo(objects.deployment().getSpec().getSelector().getMatchLabels())
        .containsOnly(entry("deployment", "nb"));
    assertThat(service.getSpec().getPorts())
        .singleElement()
        .satisfies(
            port -> {
              assertThat(port.getName()).isEqualTo("8888-tcp");
              assertThat(port.getPort()).isEqualTo(8888);
            });
  }

  @Test
  void the_server_learns_who_it_is_from_its_environment() {
    assertThat(environment(Samples.with("labels: ['dm/owner=a@b.org', 'dm/instance-id=i1']")))
        .containsEntry("HOME", "/home/jovyan/.nb")
        .containsEntry("JUPYTER_ENABLE_LAB", "true")
        .containsEntry("DM_PROJECT_ID", "p1")
        .containsEntry("DM_INSTANCE_ID", "i1")
        .containsEntry("DM_INSTANCE_OWNER", "a@b.org")
        .containsEntry("JUPYTER_TOKEN", "token-nb/token");
  }

  @Test
  void its_own_variables_and_pull_secrets_are_those_of_the_pod() {
    JupyterNotebook notebook =
        Samples.with("environment: [LANG=de_CH], imagePullSecrets: [one, two]");

    assertThat(environment(notebook)).containsEntry("LANG", "de_CH");
    assertThat(Find.in(of(notebook)).pod().getSpec().getImagePullSecrets())
        .extracting(LocalObjectReference::getName)
        .containsExactly("one", "two");
  }

  @Test
  void a_stopped_notebook_keeps_everything_but_its_pod() {
    assertThat(Find.in(of(Samples.with("stopped: true"))).deployment().getSpec().getReplicas())
        .isZero();
    assertThat(of(Samples.with("stopped: true"))).hasSameSizeAs(of(Samples.minimal()));
  }

  @Test
  void the_classic_interface_is_not_lab() {
    assertThat(environment(Samples.with("notebook: {interface: classic}")))
        .doesNotContainKey("JUPYTER_ENABLE_LAB");
  }

  @Test
  void only_the_projects_directory_and_single_files_are_mounted() {
    assertThat(container(Samples.minimal()).getVolumeMounts())
        .extracting(mount -> mount.getMountPath() + " " + mount.getSubPath())
        .containsExactly(
            "/usr/local/bin/start.sh start.sh",
            "/etc/jupyter_notebook_config.json jupyter_notebook_config.json",
            "/etc/.bash_profile .bash_profile",
            "/home/jovyan p1");
  }

  @Test
  void the_pod_meets_the_restricted_security_standard() {
    PodSpec pod = Find.in(of(Samples.minimal())).pod().getSpec();

    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getEnableServiceLinks()).isFalse();
    assertThat(pod.getSecurityContext().getFsGroupChangePolicy()).isEqualTo("OnRootMismatch");
    assertThat(container(Samples.minimal()).getSecurityContext().getAllowPrivilegeEscalation())
        .isFalse();
    assertThat(container(Samples.minimal()).getSecurityContext().getCapabilities().getDrop())
        .containsExactly("ALL");
  }

  @Test
  void the_kubelet_asks_the_path_that_needs_no_token() {
    Container container = container(Samples.minimal());

    assertThat(
            List.of(
                container.getStartupProbe(),
                container.getReadinessProbe(),
                container.getLivenessProbe()))
        .extracting(Probe::getHttpGet)
        .allSatisfy(get -> assertThat(get.getPath()).isEqualTo("/nb/api"));
  }

  private static Map<String, String> environment(JupyterNotebook notebook) {
    return container(notebook).getEnv().stream()
        .collect(Collectors.toMap(EnvVar::getName, DesiredObjectsTest::valueOrSource));
  }

  private static String valueOrSource(EnvVar variable) {
    return variable.getValue() != null
        ? variable.getValue()
        : variable.getValueFrom().getSecretKeyRef().getName()
            + "/"
            + variable.getValueFrom().getSecretKeyRef().getKey();
  }

  private static Container container(JupyterNotebook notebook) {
    return Find.in(of(notebook)).pod().getSpec().getContainers().get(0);
  }

  private static List<HasMetadata> of(JupyterNotebook notebook) {
    return DesiredObjects.of(
        NotebookPlanner.plan(notebook, Samples.settings()).plan().orElseThrow(), TOKEN);
  }
}
