package io.jopf.differential;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.annotation.Handlers;
import io.jopf.test.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a script is played for one side: what somebody with kubectl and a terminal can do. */
final class Stage {

  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final Cluster cluster;
  private final Side side;
  private final Class<? extends HasMetadata> kind;
  private final List<String> notes = new ArrayList<>();
  private final Map<String, Integer> limits = new HashMap<>();

  /**
   * One for a kind.
   *
   * @param handlers handlers of the kind
   */
  Stage(Cluster cluster, Side side, Class<?> handlers) {
    this.cluster = cluster;
    this.side = side;
    this.kind = Objects.requireNonNull(handlers.getAnnotation(Handlers.class)).value();
  }

  Side operator() {
    return side;
  }

  /** Stops the operator and starts it again. */
  void restart() {
    side.stop();
    side.start();
  }

  /** Makes an object. */
  void create(String name, String spec) {
    create(name, "{}", spec);
  }

  void create(String name, String labels, String spec) {
    cluster
        .client()
        .resource(
            """
            {"apiVersion": "%s", "kind": "%s",
             "metadata": {"name": "%s", "labels": %s}, "spec": %s}
            """
                .formatted(
                    HasMetadata.getApiVersion(kind), HasMetadata.getKind(kind), name, labels, spec))
        .create();
  }

  /** Merges into an object. */
  void patch(String name, String patch) {
    sample(name).patch(MERGE, patch);
  }

  void patchStatus(String name, String patch) {
    sample(name).subresource("status").patch(MERGE, patch);
  }

  /** Asks for an object's deletion. */
  void delete(String name) {
    sample(name).delete();
  }

  void await(String what, java.util.function.BooleanSupplier condition) {
    cluster.await(what, condition);
  }

  /** Waits until an operator has dealt with all there is. */
  void awaitSettled(String name) {
    await(name + " is settled", () -> side.isSettled(get(name)));
  }

  void awaitGone(String name) {
    await(name + " is gone", () -> sample(name).get() == null);
  }

  /** Waits until handlers were called so often. */
  void awaitCalls(String name, String handler, int count) {
    await(
        name + "/" + handler + " was called " + count + " times",
        () -> calls(name, handler) >= count);
  }

  long calls(String name, String handler) {
    return side.trace().calls().stream().filter(call -> call.is(name, handler)).count();
  }

  /** Waits until that many calls of a handler have ended. */
  void awaitEnds(String name, String handler, int count) {
    await(
        name + "/" + handler + " has ended " + count + " times",
        () ->
            side.trace().calls().stream()
                    .filter(call -> call.is(name, handler) && call.ended())
                    .count()
                >= count);
  }

  /** Writes down what has been seen, for the comparison. */
  void note(String what) {
    notes.add(what);
  }

  /** Writes down which of two calls of an object's handlers began first. */
  void noteOrder(String name, String first, int nth, String second, int mth) {
    boolean asNamed = position(name, first, nth) < position(name, second, mth);
    note("%s: %s %d %s %s %d".formatted(name, first, nth, asNamed ? "<" : ">", second, mth));
  }

  private int position(String name, String handler, int nth) {
    List<Call> calls = side.trace().calls();
    int left = nth;
    for (int at = 0; at < calls.size(); at++) {
      if (calls.get(at).is(name, handler) && --left == 0) {
        return at;
      }
    }
    return Integer.MAX_VALUE; // not yet
  }

  /**
   * Says that a handler is called for as long as it may.
   *
   * @param count how many of its calls are compared
   */
  void compareFirst(int count, String name, String handler) {
    limits.put(name + "/" + handler, count);
  }

  /** The calls that are to be compared, and what else was seen. */
  Map<String, List<String>> seen() {
    Map<String, List<String>> seen = side.trace().byHandler();
    limits.forEach(
        (place, count) ->
            seen.computeIfPresent(
                place, (key, calls) -> calls.subList(0, Math.min(count, calls.size()))));
    seen.put("left", left().toList());
    seen.put("noted", notes);
    return seen;
  }

  /** Waits until a failed attempt is stored. */
  void awaitRetrying(String name, String handler) {
    await(name + "/" + handler + " waits", () -> side.isRetrying(get(name), handler));
  }

  /** Shows that nothing comes: what happens to this object happens after all that went before. */
  void afterAllElse(String sentinel) {
    create(sentinel, "{\"sentinel\": true}");
    awaitSettled(sentinel);
  }

  /** Makes handlers that look for this block. */
  void block(String gate) {
    try {
      Files.deleteIfExists(gate(gate));
      Files.createFile(gate(gate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void unblock(String gate) {
    try {
      Files.deleteIfExists(gate(gate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path gate(String name) {
    return side.trace().file().resolveSibling(name);
  }

  GenericKubernetesResource get(String name) {
    return Objects.requireNonNull(sample(name).get(), name);
  }

  /** What is left: every object with its status and whether it waits for the operator. */
  Stream<String> left() {
    return all().list().getItems().stream()
        .map(
            one ->
                "%s: %s%s"
                    .formatted(
                        one.getMetadata().getName(),
                        status(one),
                        one.getMetadata().getFinalizers().contains(side.finalizer())
                            ? ", with a finalizer"
                            : ""));
  }

  private static String status(GenericKubernetesResource object) {
    @Nullable Object status = object.getAdditionalProperties().get("status");
    return status == null ? "{}" : io.jopf.json.Json.node(status).toString();
  }

  private Resource<GenericKubernetesResource> sample(String name) {
    return all().withName(name);
  }

  private NonNamespaceOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      all() {
    return cluster
        .client()
        .genericKubernetesResources(HasMetadata.getApiVersion(kind), HasMetadata.getKind(kind));
  }
}
