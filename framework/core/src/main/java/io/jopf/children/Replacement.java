package io.jopf.children;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.json.Json;
import java.net.HttpURLConnection;
import java.util.List;

/**
 * A merge patch of a child, which replaces lists as a whole. It makes us the manager of an update
 * as well, whose fields no later apply would take away; that entry is removed again.
 *
 * @param child to be patched, not read
 * @param manager our field manager
 */
record Replacement(Resource<GenericKubernetesResource> child, String manager) {

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
    try {
      forgetUpdate(patch(PatchType.JSON_MERGE, body.toString()));
      return true;
    } catch (KubernetesClientException e) {
      if (Applying.isInvalid(e) || e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private void forgetUpdate(GenericKubernetesResource answer) {
    List<ManagedFieldsEntry> entries = answer.getMetadata().getManagedFields();
    for (int index = 0; index < entries.size(); index++) {
      ManagedFieldsEntry entry = entries.get(index);
      if (manager.equals(entry.getManager())
          && "Update".equals(entry.getOperation())
          && entry.getSubresource() == null) {
        patch(PatchType.JSON, removal(answer.getMetadata().getResourceVersion(), index));
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

  private GenericKubernetesResource patch(PatchType type, String body) {
    PatchContext context =
        new PatchContext.Builder().withPatchType(type).withFieldManager(manager).build();
    return child.patch(context, body);
  }
}
