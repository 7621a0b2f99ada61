package io.jopf.test.contract;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.test.Cluster;
import java.util.Map;

/** The objects of the contract's tests. */
final class Things {

  static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  static final PatchContext JSON = PatchContext.of(PatchType.JSON);

  static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: things.contract.jopf.io
      spec:
        group: contract.jopf.io
        scope: Namespaced
        names: {plural: things, singular: thing, kind: Thing}
        versions:
        - name: v1
          served: true
          storage: true
          subresources: {status: {}}
          schema:
            openAPIV3Schema:
              type: object
              required: [spec]
              properties:
                spec:
                  type: object
                  required: [size]
                  properties:
                    size: {type: integer, minimum: 1}
                    colour: {type: string, default: red, enum: [red, green]}
                    parts:
                      type: array
                      x-kubernetes-list-type: map
                      x-kubernetes-list-map-keys: [name]
                      items:
                        type: object
                        required: [name]
                        properties:
                          name: {type: string}
                          value: {type: string}
                status:
                  type: object
                  x-kubernetes-preserve-unknown-fields: true
      """;

  private Things() {}

  /** The operations on things, of which the cluster has the definition from now on. */
  static MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      in(Cluster cluster) {
    cluster.apply(DEFINITION);
    return cluster.client().genericKubernetesResources("contract.jopf.io/v1", "Thing");
  }

  static GenericKubernetesResource thing(Cluster cluster, String name, Map<String, ?> spec) {
    GenericKubernetesResource thing = new GenericKubernetesResource();
    thing.setApiVersion("contract.jopf.io/v1");
    thing.setKind("Thing");
    thing.setMetadata(
        new ObjectMetaBuilder().withName(name).withNamespace(cluster.namespace()).build());
    thing.setAdditionalProperty("spec", spec);
    return thing;
  }

  static ConfigMap configMap(Cluster cluster, String name, Map<String, String> data) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(cluster.namespace())
        .endMetadata()
        .withData(data)
        .build();
  }

  static Job job(String name, String command) {
    return new JobBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withBackoffLimit(0)
        .withNewTemplate()
        .withNewSpec()
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName("main")
        .withImage("busybox:1.28")
        .withCommand("sh", "-c", command)
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  static boolean has(Cluster cluster, String job, String condition) {
    Job found = cluster.get(Job.class, job);
    return found != null
        && found.getStatus().getConditions().stream()
            .anyMatch(c -> condition.equals(c.getType()) && "True".equals(c.getStatus()));
  }
}
