package io.jopf.bench.echo;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.jopf.Children;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnDelete;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;

/** One ConfigMap for each Echo. */
@Handlers(Echo.class)
class EchoHandlers {

  @Reconcile
  @Owns(ConfigMap.class)
  Echo.Status echo(Echo echo, Children children) {
    String value = echo.getSpec().value();
    children.apply(
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(echo.getMetadata().getName())
            .withNamespace(echo.getMetadata().getNamespace())
            .endMetadata()
            .addToData("value", value)
            .build());
    return new Echo.Status(value);
  }

  /** There is nothing to clean up, but the deletion passes through here. */
  @OnDelete
  void release() {}
}
