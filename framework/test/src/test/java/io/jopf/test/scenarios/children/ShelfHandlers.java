package io.jopf.test.scenarios.children;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.jopf.Children;
import io.jopf.PermanentException;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnCreate;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** As many boxes as a thing is big, none kept that is too many; and what the server rewrites. */
@Handlers(Thing.class)
class ShelfHandlers {

  final AtomicInteger runs = new AtomicInteger();

  @Reconcile
  @Owns(value = ConfigMap.class, prune = true)
  @Owns(Secret.class)
  @Owns(Service.class)
  Map<String, Object> shelf(Thing thing, Children children) {
    runs.incrementAndGet();
    String name = thing.getMetadata().getName();
    int boxes = thing.getSpec().size;
    for (int i = 0; i < boxes; i++) {
      children.apply(
          new ConfigMapBuilder()
              .withNewMetadata()
              .withName(name + "-" + i)
              .endMetadata()
              .addToData("number", String.valueOf(i))
              .build());
    }
    if ("broken".equals(thing.getSpec().colour)) {
      throw new PermanentException("the shelf breaks");
    }
    Secret secret =
        children.apply(
            new SecretBuilder()
                .withNewMetadata()
                .withName(name + "-key")
                .endMetadata()
                .addToStringData("key", "open sesame")
                .build());
    Service service =
        children.apply(
            new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewPort()
                .withPort(80)
                .endPort()
                .addToSelector("app", name)
                .endSpec()
                .build());
    return Map.of(
        "boxes",
        boxes,
        "colour",
        String.valueOf(thing.getSpec().colour),
        "versions",
        secret.getMetadata().getResourceVersion()
            + " "
            + service.getMetadata().getResourceVersion());
  }

  @OnCreate
  void label(Thing thing, Children children) {
    children.apply(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(thing.getMetadata().getName() + "-label")
            .endMetadata()
            .addToData("text", "shelf")
            .build());
  }
}
