package io.jopf.children;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.client.ServerAnswer;
import io.jopf.json.Json;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;

/**
 * A merge patch of a child, which replaces lists as a whole. It makes us the manager of an update
 * as well, whose fields no later apply would take away; that entry is removed again.
 *
 * @param child to be patched, not read
 * @param manager our field manager
 * @param writing makes each of the writes
 */
record Replacement(Resource<GenericKubernetesResource> child, String manager, Writing writing) {

  /**
   * Sends it.
   *
   * @return false if the server does not take this either, or somebody was faster
   */
  boolean send(ObjectNode wanted, GenericKubernetesResource existing) {
    ObjectNode body = wanted.deepCopy();
    body.remove(List.of("apiVersion", "kind", "metadata"));
    body.withObject("/metadata")
        .put("uid", existing.getMetadata().getUid())
        .put("resourceVersion", existing.getMetadata().getResourceVersion());
    List<ManagedFieldsEntry> entries = new ArrayList<>();
    String version;
    try {
      GenericKubernetesResource answer =
          writing.write("replace", () -> patch(PatchType.JSON_MERGE, body.toString(), entries));
      version = answer.getMetadata().getResourceVersion();
    } catch (KubernetesClientException e) {
      if (Applying.isInvalid(e) || e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return false;
      }
      throw e;
    }
    try {
      forgetUpdate(version, entries);
    } catch (KubernetesClientException e) {
      // somebody else has written in between: what counts is done, and the next replacement tidies
      // up
      if (!ServerAnswer.isRefusal(e) && e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw e;
      }
    }
    return true;
  }

  private void forgetUpdate(String version, List<ManagedFieldsEntry> entries) {
    for (int index = 0; index < entries.size(); index++) {
      ManagedFieldsEntry entry = entries.get(index);
      if (manager.equals(entry.getManager())
          && "Update".equals(entry.getOperation())
          && entry.getSubresource() == null) {
        String removal = removal(version, index);
        writing.write("forget update of", () -> patch(PatchType.JSON, removal, new ArrayList<>()));
        return;
      }
    }
  }

  private static String removal(String version, int index) {
    ArrayNode operations = Json.MAPPER.createArrayNode();
    operations
        .addObject()
        .put("op", "test")
        .put("path", "/metadata/resourceVersion")
        .put("value", version);
    operations.addObject().put("op", "remove").put("path", "/metadata/managedFields/" + index);
    return operations.toString();
  }

  /**
   * Sends one.
   *
   * @param managers gets who manages what afterwards, which the answer is kept without
   */
  private GenericKubernetesResource patch(
      PatchType type, String body, List<ManagedFieldsEntry> managers) {
    PatchContext context =
        new PatchContext.Builder().withPatchType(type).withFieldManager(manager).build();
    GenericKubernetesResource answer = child.patch(context, body);
    managers.addAll(answer.getMetadata().getManagedFields());
    answer.getMetadata().setManagedFields(null);
    return answer;
  }
}
