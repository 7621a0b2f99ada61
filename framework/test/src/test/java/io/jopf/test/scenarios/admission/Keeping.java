package io.jopf.test.scenarios.admission;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.ObjectKey;
import io.jopf.Operation;
import io.jopf.admission.config.ConfigurationKeeper;
import io.jopf.admission.config.Configurations;
import io.jopf.admission.config.Peers;
import io.jopf.admission.config.Scope;
import io.jopf.admission.config.Target;
import io.jopf.admission.review.AdmissionHandler;
import io.jopf.annotation.FailurePolicy;
import io.jopf.client.ResourceKind;
import io.jopf.filter.Filter;
import io.jopf.handler.HandlerSpec;
import io.jopf.test.Cluster;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import io.micronaut.inject.ExecutableMethod;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Replicas behind a Service that keep a validating configuration, with handlers by name. */
record Keeping(Cluster cluster, KubernetesClient client, String operator) {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  Keeping(Cluster cluster) {
    this(cluster, cluster.client(), Things.MARKS.operator());
  }

  ConfigurationKeeper replica(Instant started, String... handlers) {
    return replica(false, started, "", handlers);
  }

  ConfigurationKeeper replica(
      boolean mutating, Instant started, String caFrom, String... handlers) {
    Scope scope =
        new Scope(
            operator,
            List.of(cluster.namespace()),
            new ObjectKey(cluster.namespace(), operator + "-webhook-cert"));
    return new ConfigurationKeeper(
        client,
        new Configurations(scope, target()),
        mutating,
        Stream.of(handlers).map(Keeping::handler).toList(),
        caFrom,
        started);
  }

  Peers peers(String pod) {
    return new Peers(client, target(), pod);
  }

  private Target target() {
    return new Target(null, operator, cluster.namespace(), 443);
  }

  private static AdmissionHandler handler(String id) {
    return new AdmissionHandler(
        ResourceKind.of(Thing.class),
        Thing.class,
        false,
        new HandlerSpec(id, Map.of(), method(), new Object()),
        Set.of(Operation.CREATE),
        "",
        Filter.NONE,
        FailurePolicy.IGNORE,
        false,
        Duration.ofSeconds(1),
        id.startsWith("persistent"));
  }

  @SuppressWarnings("unchecked") // nobody calls it
  private static ExecutableMethod<Object, Object> method() {
    return (ExecutableMethod<Object, Object>)
        Proxy.newProxyInstance(
            Keeping.class.getClassLoader(),
            new Class<?>[] {ExecutableMethod.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
