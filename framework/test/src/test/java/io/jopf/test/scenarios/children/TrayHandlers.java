package io.jopf.test.scenarios.children;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.jopf.Children;
import io.jopf.Owned;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server for each thing and as many cups as it is big, which follow from name and size alone. */
@Handlers(Thing.class)
class TrayHandlers {

  private record Cause(String name, int size) {}

  final AtomicInteger made = new AtomicInteger();

  @Reconcile
  @Owns(value = ConfigMap.class, prune = true)
  @Owns(Deployment.class)
  Map<String, Object> tray(Thing thing, Children children, Owned<Deployment> servers) {
    Cause cause = new Cause(thing.getMetadata().getName(), thing.getSpec().size);
    children.ensure(cause, () -> desired(cause));
    long served =
        servers
            .named(cause.name())
            .map(Deployment::getStatus)
            .map(DeploymentStatus::getObservedGeneration)
            .orElse(0L);
    return Map.of("size", cause.size(), "served", served);
  }

  private List<HasMetadata> desired(Cause cause) {
    made.incrementAndGet();
    List<HasMetadata> desired = new ArrayList<>();
    Map<String, String> labels = Map.of("tray", cause.name());
    for (int i = 0; i < cause.size(); i++) {
      desired.add(
          new ConfigMapBuilder()
              .withNewMetadata()
              .withName(cause.name() + "-" + i)
              .withLabels(labels)
              .endMetadata()
              .addToData("number", String.valueOf(i))
              .build());
    }
    desired.add(
        new DeploymentBuilder()
            .withNewMetadata()
            .withName(cause.name())
            .withLabels(labels)
            .endMetadata()
            .withNewSpec()
            .withReplicas(0)
            .withNewSelector()
            .withMatchLabels(labels)
            .endSelector()
            .withNewTemplate()
            .withNewMetadata()
            .withLabels(labels)
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("server")
            .withImage("example.com/server:1")
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build());
    return desired;
  }
}
