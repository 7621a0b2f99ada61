package io.jopf.jupyter;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.jupyter.api.JupyterNotebook;
import io.jopf.jupyter.api.JupyterNotebookStatus;
import io.jopf.jupyter.api.JupyterStatus;
import io.jopf.jupyter.api.NotebookAccess;
import io.jopf.test.Cluster;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A notebook in the cluster of a test. */
record Notebook(Cluster cluster, String name) {

  static Notebook minimal(Cluster cluster, String name) {
    return of(cluster, name, "imDataManager: {project: {claimName: projects, id: p1}}");
  }

  /** Makes it, or changes it, with this YAML below spec. */
  static Notebook of(Cluster cluster, String name, String spec) {
    cluster.apply(
        """
        apiVersion: squonk.it/v2
        kind: JupyterNotebook
        metadata: {name: %s}
        spec:
        %s\
        """
            .formatted(name, spec.indent(2)));
    return new Notebook(cluster, name);
  }

  /** As kubectl annotate --overwrite does. */
  void annotate(String key, String value) {
    cluster
        .client()
        .resources(JupyterNotebook.class)
        .withName(name)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\": {\"annotations\": {\"" + key + "\": \"" + value + "\"}}}");
  }

  JupyterNotebook get() {
    return Objects.requireNonNull(cluster.get(JupyterNotebook.class, name));
  }

  /** Waits for its URL and all its objects. */
  void awaitMade() {
    cluster.await("notebook " + name + " is made", () -> hasUrl() && is("ResourcesReady", "True"));
  }

  boolean hasUrl() {
    return access().map(NotebookAccess::url).isPresent();
  }

  String url() {
    return access().map(NotebookAccess::url).orElseThrow();
  }

  String token() {
    return access().map(NotebookAccess::token).orElseThrow();
  }

  /** What the server gets. */
  String secretToken() {
    String data =
        cluster.client().secrets().withName("token-" + name).require().getData().get("token");
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  boolean is(String condition, String status) {
    return find(condition).map(Condition::getStatus).filter(status::equals).isPresent();
  }

  boolean isFor(String condition, String reason) {
    return find(condition).map(Condition::getReason).filter(reason::equals).isPresent();
  }

  Condition condition(String type) {
    return find(type).orElseThrow();
  }

  /** Reasons of the warnings about it. */
  List<String> warnings() {
    return cluster.list(Event.class).stream()
        .filter(event -> "Warning".equals(event.getType()))
        .filter(event -> name.equals(event.getRegarding().getName()))
        .map(Event::getReason)
        .toList();
  }

  /** Reasons of the events about it. */
  List<String> events() {
    return cluster.list(Event.class).stream()
        .filter(event -> name.equals(event.getRegarding().getName()))
        .map(Event::getReason)
        .toList();
  }

  private Optional<NotebookAccess> access() {
    return status().map(JupyterNotebookStatus::jupyter).map(JupyterStatus::notebook);
  }

  private Optional<Condition> find(String type) {
    return status().map(JupyterNotebookStatus::conditions).stream()
        .flatMap(List::stream)
        .filter(condition -> type.equals(condition.getType()))
        .findFirst();
  }

  private Optional<JupyterNotebookStatus> status() {
    return Optional.ofNullable(get().getStatus());
  }
}
