package io.jopf.children;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.ObjectKey;
import io.jopf.PermanentException;
import io.jopf.client.ResourceKind;
import io.jopf.json.Json;
import io.jopf.watch.Owners;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The object that children belong to. Pure. */
record Parent(GenericKubernetesResource object) {

  String uid() {
    return object.getMetadata().getUid();
  }

  ObjectKey key() {
    return ObjectKey.of(object);
  }

  private @Nullable String namespace() {
    return object.getMetadata().getNamespace();
  }

  /**
   * Where a child is.
   *
   * @throws PermanentException if it could not be a child there: the garbage collector would take
   *     it away at once
   */
  ObjectKey key(HasMetadata child, ResourceKind kind) {
    String name = child.getMetadata().getName();
    String own = child.getMetadata().getNamespace();
    if (!kind.namespaced()) {
      if (namespace() != null) {
        throw cannot(kind, name, kind.kind() + " has no namespace, its parent has");
      }
      return new ObjectKey("", name);
    }
    String chosen = own == null ? namespace() : own;
    if (chosen == null) {
      throw cannot(kind, name, "it needs a namespace, since its parent has none");
    }
    if (namespace() != null && !namespace().equals(chosen)) {
      throw cannot(kind, chosen + "/" + name, "it has to be in the namespace of its parent");
    }
    return new ObjectKey(chosen, name);
  }

  private PermanentException cannot(ResourceKind kind, String child, String why) {
    return new PermanentException(
        kind.kind()
            + " "
            + child
            + " cannot be a child of "
            + object.getKind()
            + " "
            + ObjectKey.of(object)
            + ": "
            + why);
  }

  /** Whether the object controls a child. */
  boolean controls(GenericKubernetesResource child) {
    return Owners.isControlledBy(child, uid());
  }

  /** Whether a child belongs to one that had the same name earlier. */
  boolean hadNamesakeOf(GenericKubernetesResource child) {
    return Owners.controllerOf(child)
        .filter(owner -> Owners.isOf(owner, object))
        .filter(owner -> owner.getName().equals(object.getMetadata().getName()))
        .isPresent();
  }

  /** Makes the object the controller of a child; other owners that do not control it stay. */
  void own(ObjectNode child) {
    ObjectNode metadata = child.withObject("/metadata");
    ArrayNode owners = Json.MAPPER.createArrayNode();
    metadata
        .path("ownerReferences")
        .forEach(
            one -> {
              if (!uid().equals(one.path("uid").asText())) {
                owners.add(one);
              }
            });
    owners.add(controller());
    metadata.set("ownerReferences", owners);
  }

  /** Gives a child what it has not got itself. */
  void harmonize(ObjectNode child) {
    ObjectNode metadata = child.withObject("/metadata");
    if (!metadata.hasNonNull("name") && !metadata.hasNonNull("generateName")) {
      metadata.put("generateName", object.getMetadata().getName() + "-");
    }
    Map<String, String> labels = object.getMetadata().getLabels();
    if (labels != null && !labels.isEmpty()) {
      ObjectNode all = child.withObject("/metadata/labels");
      labels.forEach(
          (name, value) -> {
            if (!all.has(name)) {
              all.put(name, value);
            }
          });
    }
  }

  private ObjectNode controller() {
    return Json.MAPPER
        .createObjectNode()
        .put("apiVersion", object.getApiVersion())
        .put("blockOwnerDeletion", true)
        .put("controller", true)
        .put("kind", object.getKind())
        .put("name", object.getMetadata().getName())
        .put("uid", uid());
  }
}
