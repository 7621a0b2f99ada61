package io.jopf.admission.review;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.AdmissionException;
import io.jopf.AdmissionRequest;
import io.jopf.Cancellation;
import io.jopf.Diff;
import io.jopf.HandlerContext;
import io.jopf.ObjectPredicate;
import io.jopf.Operation;
import io.jopf.Patch;
import io.jopf.PermanentException;
import io.jopf.TemporaryException;
import io.jopf.Warnings;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.New;
import io.jopf.annotation.Old;
import io.jopf.annotation.OnMutate;
import io.jopf.annotation.OnValidate;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

@Handlers(ConfigMap.class)
@Requires(property = ReviewHandlers.PROPERTY)
class ReviewHandlers {

  static final String PROPERTY = "test.admission.handlers";

  /** Has no answer. */
  @Singleton
  static class Fused implements ObjectPredicate<ConfigMap> {
    @Override
    public boolean test(ConfigMap map) {
      throw new IllegalStateException("blown");
    }
  }

  final List<Object> seen = new ArrayList<>();
  final CountDownLatch never = new CountDownLatch(1);

  @OnMutate
  void colour(ConfigMap map, Patch<ConfigMap> patch) {
    String colour = map.getData().get("colour");
    if (colour != null) {
      patch.main(one -> one.getData().put("colour", colour.strip()));
    }
  }

  @OnMutate
  void label(Patch<ConfigMap> patch) {
    patch.main(one -> one.getMetadata().setLabels(Map.of("looked-at", "yes")));
  }

  @OnMutate(subresource = "status")
  void status(Patch<ConfigMap> patch) {
    patch.status(one -> one.setAdditionalProperty("status", Map.of("ready", true)));
    patch.status(one -> one.setData(Map.of("not", "here")));
  }

  @OnValidate
  void everything(
      @Nullable ConfigMap map,
      GenericKubernetesResource raw,
      AdmissionRequest request,
      Warnings warnings,
      Diff diff,
      Cancellation cancellation,
      Logger log,
      HandlerContext context,
      @Old @Nullable ConfigMap before,
      @New @Nullable ConfigMap after) {
    seen.addAll(List.of(raw.getKind(), request.operation(), diff.isEmpty(), context.handlerId()));
    seen.add(before == null ? "nothing" : before.getData());
    seen.add(after == null ? "nothing" : after.getData());
    warnings.add("this is\nlooked at");
    warnings.add("this is looked at");
  }

  @OnValidate(field = "data.colour")
  void field(@Old @Nullable String before, @New @Nullable String after) {
    seen.add(before + " -> " + after);
  }

  @OnValidate(labels = "guarded")
  void labelled(ConfigMap map) {
    throw new AdmissionException(409, "guarded");
  }

  @OnValidate(field = "data.fuse", when = Fused.class)
  void predicate(ConfigMap map) {}

  @OnValidate(operations = Operation.CREATE, timeout = "2s")
  void refuse(ConfigMap map) throws InterruptedException {
    switch (map.getData().getOrDefault("refuse", "")) {
      case "admission" -> throw new AdmissionException(422, "not like this");
      case "forbidden" -> throw new AdmissionException("not you");
      case "permanent" -> throw new PermanentException("never");
      case "temporary" -> throw new TemporaryException("not now");
      case "other" -> throw new IllegalStateException("out of order");
      case "silent" -> throw new IllegalStateException();
      case "error" -> throw new StackOverflowError();
      case "slow" -> never.await();
      default -> {}
    }
  }

  @OnValidate(operations = Operation.CREATE)
  void fail(ConfigMap map) {
    if (map.getData().containsKey("refuse")) {
      throw new IllegalArgumentException("the other one failed");
    }
  }
}
