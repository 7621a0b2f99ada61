package io.jopf.patch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.EditReplacePatchable;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.ObjectKey;
import io.jopf.client.ResourceKind;
import io.jopf.json.Json;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends the changes of a cycle to the API server. */
public final class Patcher {

  private static final int UNPROCESSABLE = 422;
  private static final int CONFLICT_TRIES = 5;

  private final KubernetesClient client;
  private final ResourceKind kind;
  private final String finalizer;
  private final Consumer<GenericKubernetesResource> written;

  /**
   * A patcher of one kind.
   *
   * @param finalizer the operator's finalizer
   * @param written takes every answer of the server
   */
  public Patcher(
      KubernetesClient client,
      ResourceKind kind,
      String finalizer,
      Consumer<GenericKubernetesResource> written) {
    this.client = client;
    this.kind = kind;
    this.finalizer = finalizer;
    this.written = written;
  }

  /**
   * Writes what differs.
   *
   * @param uid the object that the changes are meant for
   */
  public void write(ObjectKey key, String uid, Changes changes) {
    Resource<GenericKubernetesResource> object = kind.in(client, key.namespace(), key.name());
    try {
      merge(object.subresource("status"), uid, changes.statusPatch());
      merge(object, uid, changes.mainPatch());
      Boolean wanted = changes.finalizer();
      if (wanted != null) {
        changeFinalizer(object, uid, wanted);
      }
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw e;
      }
    }
  }

  /** Whether the server understood and will not take it, however often it is sent. */
  public static boolean isRefusal(KubernetesClientException e) {
    int code = e.getCode();
    return code == HttpURLConnection.HTTP_BAD_REQUEST
        || code == HttpURLConnection.HTTP_CONFLICT
        || code == UNPROCESSABLE;
  }

  private void merge(
      EditReplacePatchable<GenericKubernetesResource> target, String uid, ObjectNode patch) {
    if (patch.isEmpty()) {
      return;
    }
    // an object that was deleted and made again under the same name answers with a conflict
    patch.withObject("/metadata").put("uid", uid);
    written.accept(target.patch(PatchContext.of(PatchType.JSON_MERGE), patch.toString()));
  }

  private void changeFinalizer(
      Resource<GenericKubernetesResource> object, String uid, boolean wanted) {
    for (int attempt = 1; ; attempt++) {
      GenericKubernetesResource fresh = object.get();
      if (fresh == null || !fresh.getMetadata().getUid().equals(uid)) {
        return;
      }
      String patch = finalizerPatch(fresh, wanted);
      if (patch == null) {
        return;
      }
      try {
        written.accept(object.patch(PatchContext.of(PatchType.JSON), patch));
        return;
      } catch (KubernetesClientException e) {
        boolean conflict =
            e.getCode() == HttpURLConnection.HTTP_CONFLICT || e.getCode() == UNPROCESSABLE;
        if (!conflict || attempt == CONFLICT_TRIES) {
          throw e;
        }
      }
    }
  }

  private @Nullable String finalizerPatch(GenericKubernetesResource fresh, boolean wanted) {
    List<String> names = new ArrayList<>(fresh.getMetadata().getFinalizers());
    boolean deleting = fresh.getMetadata().getDeletionTimestamp() != null;
    boolean change =
        wanted
            ? !deleting && !names.contains(finalizer) && names.add(finalizer)
            : names.remove(finalizer);
    if (!change) {
      return null;
    }
    ArrayNode operations = Json.MAPPER.createArrayNode();
    operations
        .addObject()
        .put("op", "test")
        .put("path", "/metadata/resourceVersion")
        .put("value", fresh.getMetadata().getResourceVersion());
    operations
        .addObject()
        .put("op", "add")
        .put("path", "/metadata/finalizers")
        .set("value", Json.node(names));
    return operations.toString();
  }
}
