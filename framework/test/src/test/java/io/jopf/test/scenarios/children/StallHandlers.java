package io.jopf.test.scenarios.children;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.jopf.Children;
import io.jopf.Retry;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.Owns;
import io.jopf.annotation.Reconcile;
import io.jopf.test.scenarios.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A thing has a stall with a port for each of its colours. */
@Handlers(Thing.class)
class StallHandlers {

  final List<String> runs = new CopyOnWriteArrayList<>();
  final List<Integer> failures = new CopyOnWriteArrayList<>();

  @Reconcile
  @Owns(Service.class)
  void stall(Thing thing, Children children, Retry retry) {
    if (retry.attempt() > 0) {
      failures.add(retry.attempt());
    }
    children.apply(
        new ServiceBuilder()
            .withNewMetadata()
            .withName(thing.getMetadata().getName())
            .endMetadata()
            .withNewSpec()
            .withPorts(ports(thing.getSpec()))
            .endSpec()
            .build());
    runs.add(thing.getMetadata().getName());
  }

  private static List<ServicePort> ports(Thing.Spec spec) {
    List<ServicePort> ports = new ArrayList<>();
    String colours = spec.colour == null ? "" : spec.colour;
    for (String colour : colours.split(",", -1)) {
      int number = spec.size + ports.size();
      ports.add(new ServicePort(null, colour, null, number, "TCP", new IntOrString(number)));
    }
    return ports;
  }
}
