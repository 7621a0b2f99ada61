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
import java.util.List;
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

  private ClusterDump() {}

  /** A line per object of the namespace with its status, then a line per event. */
  public static String of(KubernetesClient client, String namespace) {
    StringBuilder text = new StringBuilder("Namespace " + namespace + " holds:\n");
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
      for (Event event : client.v1().events().inNamespace(namespace).list().getItems()) {
        text.append("  event on ").append(event.getInvolvedObject().getName()).append(": ");
        text.append(event.getReason()).append(": ").append(event.getMessage()).append('\n');
      }
    } catch (KubernetesClientException e) {
      text.append("  and cannot be listed further: ").append(e.getMessage()).append('\n');
    }
    return text.toString();
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
    @Nullable Object status = generic.getAdditionalProperties().get("status");
    if (status != null) {
      String json = client.getKubernetesSerialization().asJson(status);
      text.append(": ");
      text.append(json.length() > LONGEST ? json.substring(0, LONGEST) + "..." : json);
    }
    text.append('\n');
  }
}
