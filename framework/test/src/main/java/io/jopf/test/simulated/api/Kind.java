package io.jopf.test.simulated.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows of one kind of object.
 *
 * @param group the API group, empty for the core one
 * @param version the version objects are stored under
 * @param plural the name in paths
 * @param kind the name in objects
 * @param namespaced whether objects live in a namespace
 * @param hasStatus whether status is a subresource of its own
 * @param hasGeneration whether the server counts changes of what is wanted
 * @param shortNames other names on a command line
 * @param schemas per served version of a custom resource its schema; empty for built-in kinds
 */
record Kind(
    String group,
    String version,
    String plural,
    String kind,
    boolean namespaced,
    boolean hasStatus,
    boolean hasGeneration,
    List<String> shortNames,
    Map<String, Schema> schemas) {

  /** The name in messages: {@code jobs.batch}. */
  String resource() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  /** The name in objects: {@code batch/v1}. */
  String apiVersion() {
    return apiVersion(version);
  }

  String apiVersion(String served) {
    return group.isEmpty() ? served : group + "/" + served;
  }

  boolean custom() {
    return !schemas.isEmpty();
  }

  boolean serves(String wanted) {
    return version.equals(wanted) || schemas.containsKey(wanted);
  }

  /** The schema of the stored version, null for a built-in kind. */
  @Nullable Schema schema() {
    return schemas.get(version);
  }

  ListTypes listTypes() {
    Schema schema = schema();
    return schema == null ? ListTypes.BUILT_IN : schema.listTypes();
  }

  /** The path of an object, or of the collection where there is no name. */
  String path(@Nullable String namespace, @Nullable String name) {
    StringBuilder path = new StringBuilder(group.isEmpty() ? "/api/" : "/apis/" + group + "/");
    path.append(version);
    if (namespaced && namespace != null) {
      path.append("/namespaces/").append(namespace);
    }
    path.append('/').append(plural);
    return name == null ? path.toString() : path.append('/').append(name).toString();
  }
}
