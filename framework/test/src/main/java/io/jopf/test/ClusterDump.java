package io.jopf.test;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a namespace holds, for the failure of a test. */
public final class ClusterDump {

  private static final List<Class<? extends HasMetadata>> BUILT_IN =
      List.of(
          Deployment.class,
          Job.class,
          Pod.class,
          Service.class,
          Ingress.class,
          PersistentVolumeClaim.class,
          ConfigMap.class,
          Secret.class,
          Lease.class);
  private static final int LONGEST = 600;
  private static final Pattern MARK = Pattern.compile("([^/]+\\.)?jopf\\.io/");

  private ClusterDump() {}

  static String title(String namespace) {
    return "Namespace " + namespace + " holds:";
  }

  /** What a test's namespace holds, and what operators did before. */
  public static String of(Cluster cluster) {
    return of(cluster.client(), cluster.namespace()) + cluster.timeline().text();
  }

  /**
   * A line per object of the namespace with its status, another with what operators remember of it,
   * then a line per event, the oldest first.
   */
  public static String of(KubernetesClient client, String namespace) {
    StringBuilder text = new StringBuilder(title(namespace)).append('\n');
    try {
      for (CustomResourceDefinition crd :
          client.apiextensions().v1().customResourceDefinitions().list().getItems()) {
        if ("Namespaced".equals(crd.getSpec().getScope())) {
          client
              .genericKubernetesResources(CustomResourceDefinitionContext.fromCrd(crd))
              .inNamespace(namespace)
              .list()
              .getItems()
              .forEach(object -> line(text, client, object));
        }
      }
      for (Class<? extends HasMetadata> type : BUILT_IN) {
        client
            .resources(type)
            .inNamespace(namespace)
            .list()
            .getItems()
            .forEach(object -> line(text, client, object));
      }
      client.v1().events().inNamespace(namespace).list().getItems().stream()
          .sorted(Comparator.comparing(ClusterDump::time))
          .forEach(event -> line(text, event));
    } catch (KubernetesClientException e) {
      text.append("  and cannot be listed further: ").append(e.getMessage()).append('\n');
    }
    return text.toString();
  }

  private static String time(Event event) {
    return event.getEventTime() != null
        ? event.getEventTime().getTime()
        : event.getLastTimestamp() != null ? event.getLastTimestamp() : "";
  }

  private static void line(StringBuilder text, Event event) {
    text.append("  event on ").append(event.getInvolvedObject().getName());
    text.append(" at ").append(time(event)).append(": ").append(event.getReason()).append(": ");
    text.append(event.getMessage()).append('\n');
  }

  private static void line(StringBuilder text, KubernetesClient client, HasMetadata object) {
    GenericKubernetesResource generic =
        client.getKubernetesSerialization().convertValue(object, GenericKubernetesResource.class);
    text.append("  ").append(object.getKind()).append(' ').append(object.getMetadata().getName());
    if (object.getMetadata().getDeletionTimestamp() != null) {
      text.append(" (being deleted, finalizers ")
          .append(object.getMetadata().getFinalizers())
          .append(')');
    }
    if (object.getMetadata().getGeneration() != null) {
      text.append(" generation ").append(object.getMetadata().getGeneration());
    }
    @Nullable Object status = generic.getAdditionalProperties().get("status");
    if (status != null) {
      text.append(": ").append(shortened(client.getKubernetesSerialization().asJson(status)));
    }
    text.append('\n');
    Map<String, String> annotations = object.getMetadata().getAnnotations();
    if (annotations != null) {
      annotations.forEach((name, value) -> remembered(text, name, value));
    }
  }

  private static void remembered(StringBuilder text, String name, String value) {
    if (MARK.matcher(name).lookingAt()) {
      text.append("    ").append(name).append(": ").append(shortened(value)).append('\n');
    }
  }

  private static String shortened(String json) {
    return json.length() > LONGEST ? json.substring(0, LONGEST) + "..." : json;
  }
}
