package io.jopf.bench.hop;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The operator: a JobFlow in which each step waits for the one before. */
final class FlowChain implements Chain {

  private final KubernetesClient client;

  FlowChain(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public void begin(String namespace, int jobs) {
    GenericKubernetesResource flow =
        new GenericKubernetesResourceBuilder()
            .withApiVersion("api.practice.com/v1alpha1")
            .withKind("JobFlow")
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("chain")
            .endMetadata()
            .build();
    flow.setAdditionalProperty(
        "spec", Map.of("flows", IntStream.range(0, jobs).mapToObj(FlowChain::step).toList()));
    client.resource(flow).create();
  }

  @Override
  public void close() {
    // the operator keeps its watch
  }

  private static Map<String, Object> step(int number) {
    return Map.of(
        "name",
        "step-" + number,
        "dependencies",
        number == 0 ? List.of() : List.of("step-" + (number - 1)),
        "jobTemplate",
        Jobs.spec());
  }
}
