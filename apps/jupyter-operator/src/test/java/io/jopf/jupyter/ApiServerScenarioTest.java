package io.jopf.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only a real API server does: check rules and security standards, convert versions. */
@Tag("control-plane-only")
@JopfTest(
    crds = {"roles/operator/files/crd.yaml", "examples/jupyter/project-claim.yaml"},
    properties = {"jupyter.ingress.domain=example.com", "jupyter.pod.node-selector.key="})
class ApiServerScenarioTest {

  private static final String CRD = "jupyternotebooks.squonk.it";

  @Test
  void what_cannot_work_is_refused_with_field_and_value(Cluster cluster) {
    Map<String, String> refusals =
        Map.ofEntries(
            Map.entry("image: 'a b'", "image is 'a b': need an image"),
            Map.entry("ingressDomain: 'a b'", "ingressDomain is 'a b': need a host name"),
            Map.entry("ingressProxyBodySize: lots", "ingressProxyBodySize is 'lots': need a size"),
            Map.entry("shmSize: much", "shmSize is 'much': need a quantity"),
            Map.entry(
                "resources: {limits: {cpu: fast}}",
                "resources.limits.cpu is 'fast': need a quantity"),
            Map.entry(
                "resources: {requests: {memory: 1Ki1}}",
                "resources.requests.memory is '1Ki1': need a"),
            Map.entry("cull: {timeout: soon}", "cull.timeout is 'soon': need a length of time"),
            Map.entry("cull: {maxAge: -1}", "cull.maxAge is '-1': need a length of time"),
            Map.entry("timeToLive: 1.5h", "timeToLive is '1.5h': need a length of time"),
            Map.entry("securityContext: {runAsUser: -1}", "runAsUser"),
            Map.entry("project: {id: ../p2}", "project.id is '../p2': need a directory name"));

    refusals.forEach(
        (fields, message) ->
            assertThatThrownBy(() -> Notebook.of(cluster, "nb", "imDataManager: {" + fields + "}"))
                .as(fields)
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining(message));
    assertThatThrownBy(() -> Notebook.minimal(cluster, "1nb"))
        .hasMessageContaining("metadata.name is '1nb': need at most 55 small letters");
    assertThatThrownBy(() -> Notebook.of(cluster, "nb", "project: {id: a/b}"))
        .hasMessageContaining("project.id is 'a/b': need a directory name");
  }

  @Test
  void what_works_is_not_refused(Cluster cluster) {
    for (String fields :
        new String[] {
          "image: ''",
          "image: 'registry:5000/a/b:c'",
          "resources: {limits: {cpu: 2, memory: 4Gi}}",
          "resources: {limits: {cpu: '0.5', memory: 1e9}}",
          "resources: {requests: {cpu: '.5', memory: '+1Gi'}}",
          "cull: {timeout: 0, maxAge: ''}, timeToLive: 1d12h",
          "shmSize: 1Gi",
          "ingressProxyBodySize: ' 1g '"
        }) {
      Notebook.of(
          cluster, "nb", "imDataManager: {project: {claimName: projects, id: p1}, " + fields + "}");
    }
    Notebook.of(cluster, "nb", "imDataManagerExtras: {any: {thing: 1}}");
    cluster.apply(Samples.root().resolve("examples/jupyter"));
  }

  @Test
  void its_pod_passes_the_restricted_standard(Cluster cluster) {
    cluster
        .client()
        .namespaces()
        .withName(cluster.namespace())
        .edit(
            namespace ->
                new NamespaceBuilder(namespace)
                    .editMetadata()
                    .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                    .endMetadata()
                    .build());
    Notebook.of(
        cluster,
        "nb",
        "imDataManager: {project: {claimName: projects, id: p1}, shmSize: 64Mi, labels: [a=b]}");

    cluster.await(
        "its pod is made",
        () -> cluster.client().pods().withLabel("deployment", "nb").list().getItems().size() == 1);
    assertThat(cluster.list(Pod.class).get(0).getMetadata().getLabels()).containsEntry("a", "b");
  }

  @Test
  void objects_of_an_older_version_are_used_or_rejected_with_a_reason(Cluster cluster) {
    CustomResourceDefinition now = definition(cluster);
    setStored(cluster, "v1alpha3");
    try {
      String old =
          """
          apiVersion: squonk.it/v1alpha3
          kind: JupyterNotebook
          metadata: {name: %s}
          spec: %s
          """;
      cluster.await(
          "the old version is served",
          () -> {
            try {
              cluster.apply(old.formatted("of-old", "{image: 'a:1', storage: {claimName: c}}"));
              return true;
            } catch (KubernetesClientException notYet) {
              return false;
            }
          });
      cluster.apply(
          old.formatted("usable", "{imDataManager: {project: {claimName: projects, id: p1}}}"));
      Notebook rejected = new Notebook(cluster, "of-old");

      cluster.await("it is rejected", () -> rejected.isFor("Accepted", "ProjectMissing"));
      new Notebook(cluster, "usable").awaitMade();
    } finally {
      setStored(cluster, now.getSpec().getVersions().get(0).getName());
    }
    cluster.await(
        "it is still told when only v2 is served again",
        () -> new Notebook(cluster, "of-old").isFor("Accepted", "ProjectMissing"));
  }

  private static CustomResourceDefinition definition(Cluster cluster) {
    return cluster
        .client()
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName(CRD)
        .require();
  }

  /** Beside v2, which is always served. */
  private static void setStored(Cluster cluster, String stored) {
    cluster
        .client()
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName(CRD)
        .edit(
            crd -> {
              for (CustomResourceDefinitionVersion version : crd.getSpec().getVersions()) {
                boolean chosen = version.getName().equals(stored);
                version.setStorage(chosen);
                version.setServed(chosen || version.getName().equals("v2"));
              }
              return crd;
            });
  }
}
