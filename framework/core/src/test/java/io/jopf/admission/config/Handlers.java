package io.jopf.admission.config;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Operation;
import io.jopf.admission.review.AdmissionHandler;
import io.jopf.annotation.FailurePolicy;
import io.jopf.client.ResourceKind;
import io.jopf.filter.Filter;
import io.jopf.filter.FilterAttributes;
import io.jopf.handler.HandlerSpec;
import io.micronaut.inject.ExecutableMethod;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Handlers that are never called. */
final class Handlers {

  private Handlers() {}

  static AdmissionHandler validating(Class<? extends HasMetadata> type, String id) {
    return handler(type, id, "", Set.of(Operation.CREATE, Operation.DELETE));
  }

  static AdmissionHandler handler(
      Class<? extends HasMetadata> type, String id, String subresource, Set<Operation> operations) {
    return handler(type, id, subresource, operations, Filter.NONE);
  }

  static AdmissionHandler labelled(Class<? extends HasMetadata> type, String labels) {
    FilterAttributes attributes = new FilterAttributes(labels, "", "", "", "", "", "");
    return handler(type, "x", "", Set.of(Operation.CREATE), Filter.of(attributes, null));
  }

  private static AdmissionHandler handler(
      Class<? extends HasMetadata> type,
      String id,
      String subresource,
      Set<Operation> operations,
      Filter labels) {
    return new AdmissionHandler(
        ResourceKind.of(type),
        type,
        false,
        new HandlerSpec(id, Map.of(), method(), new Object()),
        operations,
        subresource,
        labels,
        FailurePolicy.FAIL,
        false,
        Duration.ofSeconds(7),
        false);
  }

  @SuppressWarnings("unchecked") // nobody calls it
  private static ExecutableMethod<Object, Object> method() {
    return (ExecutableMethod<Object, Object>)
        Proxy.newProxyInstance(
            Handlers.class.getClassLoader(),
            new Class<?>[] {ExecutableMethod.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
