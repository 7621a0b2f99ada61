package io.jopf.bench.jupyter;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.jopf.bench.run.Writers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The notebooks of one namespace: makes them, and sees when they have a URL. */
final class Notebooks implements AutoCloseable {

  private static final double NANOS_PER_MS = 1e6;

  private final KubernetesClient client;
  private final String namespace;
  private final String group;
  private final Map<String, Long> created = new ConcurrentHashMap<>();
  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final Map<String, Long> made = new ConcurrentHashMap<>();
  private final Writers writers = new Writers();
  private final SharedIndexInformer<GenericKubernetesResource> watch;

  /**
   * Those of a namespace.
   *
   * @param group of the operator's kind JupyterNotebook
   */
  Notebooks(KubernetesClient client, String namespace, String group) {
    this.client = client;
    this.namespace = namespace;
    this.group = group;
    this.watch =
        client
            .genericKubernetesResources(kind(group))
            .inNamespace(namespace)
            .inform(new Sightings());
  }

  private static ResourceDefinitionContext kind(String group) {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group)
        .withVersion("v2")
        .withKind("JupyterNotebook")
        .withPlural("jupyternotebooks")
        .withNamespaced(true)
        .build();
  }

  /** Creates one, as a Data Manager does. */
  void create(String name) {
    String mark = "data-manager.informaticsmatters.com/";
    Map<String, Object> amounts = Map.of("cpu", "1", "memory", "1Gi");
    Map<String, Object> spec =
        Map.of(
            "taskId",
            "task-1",
            "image",
            "quay.io/jupyter/minimal-notebook:2025-09-16",
            "resources",
            Map.of("requests", Map.of("cpu", "1m", "memory", "1Mi"), "limits", amounts),
            "securityContext",
            Map.of("runAsUser", 1001, "runAsGroup", 2001),
            "project",
            Map.of("claimName", Stage.CLAIM, "id", "project-1"),
            "labels",
            List.of(mark + "instance=" + name, mark + "owner=alice"));
    GenericKubernetesResource notebook =
        new GenericKubernetesResourceBuilder()
            .withApiVersion(group + "/v2")
            .withKind("JupyterNotebook")
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .endMetadata()
            .addToAdditionalProperties("spec", Map.of("imDataManager", spec))
            .build();
    created.put(name, System.nanoTime());
    client.resource(notebook).create();
  }

  /** Creates that many at once: name-0, name-1, and so on. */
  void create(String name, int count) {
    writers.each(count, i -> create(name + "-" + i));
  }

  /** How many were created. */
  int count() {
    return created.size();
  }

  /** How many of those have a URL. */
  int withUrl() {
    return seen.size();
  }

  /** How many of those have all their objects. */
  int made() {
    return made.size();
  }

  /** Milliseconds from before its creation until its URL was seen. */
  double msToUrl(String name) {
    return ms(name, seen);
  }

  /** Milliseconds from before its creation until it was seen to have all its objects. */
  double msToAll(String name) {
    return ms(name, made);
  }

  private double ms(String name, Map<String, Long> when) {
    Long begin = created.get(name);
    Long end = when.get(name);
    return begin == null || end == null ? Double.NaN : (end - begin) / NANOS_PER_MS;
  }

  /** When its URL was seen, by {@link System#nanoTime}. */
  long seen(String name) {
    return seen.getOrDefault(name, Long.MAX_VALUE);
  }

  @Override
  public void close() {
    watch.stop();
    writers.close();
  }

  private final class Sightings implements ResourceEventHandler<GenericKubernetesResource> {

    @Override
    public void onAdd(GenericKubernetesResource notebook) {
      see(notebook);
    }

    @Override
    public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource now) {
      see(now);
    }

    @Override
    public void onDelete(GenericKubernetesResource notebook, boolean unknown) {
      // only the end of a turn deletes
    }

    private void see(GenericKubernetesResource notebook) {
      String url = notebook.get("status", "jupyter", "notebook", "url");
      if (url == null || !url.contains("?token=")) {
        return;
      }
      seen.putIfAbsent(notebook.getMetadata().getName(), System.nanoTime());
      if (hasAll(notebook)) {
        made.putIfAbsent(notebook.getMetadata().getName(), System.nanoTime());
      }
    }

    /** Whoever tells no conditions tells the URL last. */
    private static boolean hasAll(GenericKubernetesResource notebook) {
      List<Map<String, Object>> conditions = notebook.get("status", "conditions");
      return conditions == null
          || conditions.stream()
              .filter(one -> "ResourcesReady".equals(one.get("type")))
              .anyMatch(one -> "True".equals(one.get("status")));
    }
  }
}
