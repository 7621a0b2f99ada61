package io.jopf.jupyter.e2e;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.api.JupyterStatus;
import io.jopf.jupyter.api.NotebookAccess;
import io.jopf.test.Cluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A notebook called {@code nb} in a cluster, with a volume for its project. */
record RunningNotebook(Cluster cluster) {

  static final String NAME = "nb";

  private static final Path ROOT = Path.of(System.getProperty("jopf.root", "../.."));
  private static final List<Class<? extends HasMetadata>> CHILDREN =
      List.of(
          ConfigMap.class, Secret.class, Service.class, Ingress.class, Deployment.class, Pod.class);

  /** Installs the definition. */
  static RunningNotebook on(Cluster cluster) {
    cluster.apply(ROOT.resolve("roles/operator/files/crd.yaml"));
    return new RunningNotebook(cluster);
  }

  static Path resource(String name) {
    return ROOT.resolve("apps/jupyter-operator/src/test/resources/e2e").resolve(name);
  }

  /** Makes the example's claim and a volume for it: a directory of a node. */
  void applyVolume(String node, Path directory) {
    cluster.apply(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: %1$s}
        spec:
          capacity: {storage: 1Gi}
          accessModes: [ReadWriteMany]
          claimRef: {namespace: %1$s, name: projects}
          persistentVolumeReclaimPolicy: Retain
          local: {path: '%2$s'}
          nodeAffinity:
            required:
              nodeSelectorTerms:
              - matchExpressions:
                - {key: kubernetes.io/hostname, operator: In, values: [%3$s]}
        """
            .formatted(cluster.namespace(), directory, node));
    cluster.apply(ROOT.resolve("examples/jupyter/project-claim.yaml"));
  }

  void apply(String image) {
    cluster.apply(
        """
        apiVersion: squonk.it/v2
        kind: JupyterNotebook
        metadata: {name: %s}
        spec: {imDataManager: {image: '%s', project: {claimName: projects, id: p1}}}
        """
            .formatted(NAME, image));
  }

  void awaitAvailable() {
    cluster.await("the notebook is available", this::isAvailable);
  }

  private boolean isAvailable() {
    return status().map(JupyterNotebookStatus::conditions).stream()
        .flatMap(List::stream)
        .anyMatch(c -> "Available".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  /** What its users log in with. */
  String token() {
    return status()
        .map(JupyterNotebookStatus::jupyter)
        .map(JupyterStatus::notebook)
        .map(NotebookAccess::token)
        .orElseThrow();
  }

  /** Empty as long as there is none. */
  String url() {
    return status()
        .map(JupyterNotebookStatus::jupyter)
        .map(JupyterStatus::notebook)
        .map(NotebookAccess::url)
        .orElse("");
  }

  private Optional<JupyterNotebookStatus> status() {
    return Optional.ofNullable(cluster.get(JupyterNotebook.class, NAME))
        .map(JupyterNotebook::getStatus);
  }

  void delete() {
    cluster.client().resources(JupyterNotebook.class).withName(NAME).delete();
    cluster.awaitGone(JupyterNotebook.class, NAME);
  }

  /** All that the operator has made for it, the Pod too. */
  Stream<String> objects() {
    return CHILDREN.stream()
        .flatMap(
            type ->
                cluster
                    .client()
                    .resources(type)
                    .withLabel("app.kubernetes.io/managed-by", "jupyter-operator")
                    .list()
                    .getItems()
                    .stream())
        .map(object -> object.getKind() + " " + object.getMetadata().getName());
  }
}
