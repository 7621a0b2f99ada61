package io.jopf.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.EditReplacePatchable;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.ObjectKey;
import io.jopf.cause.Marks;
import io.jopf.client.Fence;
import io.jopf.client.ResourceKind;
import io.jopf.client.ServerAnswer;
import io.jopf.json.Json;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends the changes of a cycle to the API server. */
public final class Patcher {

  private static final int CONFLICT_TRIES = 5;

  private final KubernetesClient client;
  private final ResourceKind kind;
  private final Marks marks;
  private final Sending sending;

  /** Sends a write of an object and takes note of the server's answer. */
  @FunctionalInterface
  public interface Sending {
    /**
     * Sends it.
     *
     * @param what is written, for people, such as {@code status}
     * @return the answer
     */
    GenericKubernetesResource send(
        ObjectKey key, String what, Supplier<GenericKubernetesResource> request);
  }

  /**
   * A patcher of one kind.
   *
   * @param marks the operator's
   * @param sending sends every write
   */
  public Patcher(KubernetesClient client, ResourceKind kind, Marks marks, Sending sending) {
    this.client = client;
    this.kind = kind;
    this.marks = marks;
    this.sending = sending;
  }

  /**
   * Writes what differs. After a conflict the edits are made again on the object as it is then.
   *
   * @param uid the object that the changes are meant for
   * @param fence asked before each request
   * @return paths of the fields that the API server took and did not keep; empty if the object is
   *     gone
   * @throws io.jopf.client.FencedException if the fence does not hold any more
   */
  public Optional<List<String>> write(ObjectKey key, String uid, Changes changes, Fence fence) {
    if (changes.isEmpty()) {
      return Optional.of(List.of());
    }
    if (fence != Fence.NONE) {
      // what is sent in time may arrive when somebody else has acted
      changes.guard();
    }
    Merging merging =
        new Merging(
            () -> kind.unread(client, key.namespace(), key.name()),
            () -> read(key, uid),
            changes,
            (what, request) -> {
              fence.check();
              return sending.send(key, what, request);
            });
    try {
      JsonNode metadata = merging.write(uid);
      if (metadata == null) {
        return Optional.empty();
      }
      Boolean wanted = changes.finalizer();
      if (wanted != null) {
        changeFinalizer(key, uid, metadata, wanted, fence);
      }
      return Optional.of(merging.dropped());
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Replaces the marks of a predecessor.
   *
   * @param patch merged into the object, whose version it names
   * @return the object as it is now; null if it is gone or another than the patch was made for
   */
  public @Nullable GenericKubernetesResource replaceMarks(ObjectKey key, ObjectNode patch) {
    return unlessChanged(key, kind.in(client, key.namespace(), key.name()), patch);
  }

  /** The same for its status. */
  public @Nullable GenericKubernetesResource replaceStatusMarks(ObjectKey key, ObjectNode patch) {
    return unlessChanged(
        key, kind.in(client, key.namespace(), key.name()).subresource("status"), patch);
  }

  private @Nullable GenericKubernetesResource unlessChanged(
      ObjectKey key, EditReplacePatchable<GenericKubernetesResource> target, ObjectNode patch) {
    try {
      return sending.send(
          key,
          "marks of a predecessor",
          () -> target.patch(PatchContext.of(PatchType.JSON_MERGE), patch.toString()));
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT
          || e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }

  /** The object, if it is still the one of that UID. */
  private @Nullable GenericKubernetesResource read(ObjectKey key, String uid) {
    GenericKubernetesResource fresh = kind.in(client, key.namespace(), key.name()).get();
    return fresh != null && fresh.getMetadata().getUid().equals(uid) ? fresh : null;
  }

  private void changeFinalizer(
      ObjectKey key, String uid, JsonNode seen, boolean wanted, Fence fence) {
    JsonNode metadata = seen;
    for (int attempt = 1; ; attempt++) {
      List<String> names = finalizers(metadata, wanted);
      if (names == null) {
        return;
      }
      fence.check();
      String patch = finalizerPatch(metadata, names);
      try {
        sending.send(key, "finalizers", () -> setFinalizers(key, patch, names));
        return;
      } catch (KubernetesClientException e) {
        boolean conflict =
            e.getCode() == HttpURLConnection.HTTP_CONFLICT
                || e.getCode() == ServerAnswer.UNPROCESSABLE;
        if (!conflict || attempt == CONFLICT_TRIES) {
          throw e;
        }
      }
      // somebody else has written since it was seen
      GenericKubernetesResource fresh = read(key, uid);
      if (fresh == null) {
        return;
      }
      metadata = Json.tree(fresh).path("metadata");
    }
  }

  private GenericKubernetesResource setFinalizers(ObjectKey key, String patch, List<String> names) {
    GenericKubernetesResource answer =
        kind.unread(client, key.namespace(), key.name())
            .patch(PatchContext.of(PatchType.JSON), patch);
    // where this lets the object go, the server answers with the object as it was before
    answer.getMetadata().setFinalizers(names);
    return answer;
  }

  /** All finalizers as they are to be; null if they are. */
  private @Nullable List<String> finalizers(JsonNode metadata, boolean wanted) {
    List<String> names = new ArrayList<>();
    metadata.path("finalizers").forEach(name -> names.add(name.asText()));
    boolean deleting = metadata.hasNonNull("deletionTimestamp");
    boolean change =
        wanted
            ? !deleting && !names.contains(marks.finalizer()) && names.add(marks.finalizer())
            : names.removeIf(
                name ->
                    name.equals(marks.finalizer())
                        || (deleting && marks.inherited().contains(name)));
    return change ? names : null;
  }

  private static String finalizerPatch(JsonNode metadata, List<String> names) {
    ArrayNode operations = Json.MAPPER.createArrayNode();
    operations
        .addObject()
        .put("op", "test")
        .put("path", "/metadata/resourceVersion")
        .set("value", metadata.path("resourceVersion"));
    operations
        .addObject()
        .put("op", "add")
        .put("path", "/metadata/finalizers")
        .set("value", Json.node(names));
    return operations.toString();
  }
}
