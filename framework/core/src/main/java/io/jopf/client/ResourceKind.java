package io.jopf.client;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/**
 * A kind as the API server knows it.
 *
 * @param group empty for the core group
 * @param version such as {@code v1}
 * @param kind such as {@code Job}
 * @param plural such as {@code jobs}
 * @param namespaced whether its objects live in namespaces
 */
public record ResourceKind(
    String group, String version, String kind, String plural, boolean namespaced) {

  /** By class: reading annotations and making plurals is asked for with each child. */
  private static final ClassValue<ResourceKind> KINDS =
      new ClassValue<>() {
        @Override
        protected ResourceKind computeValue(Class<?> type) {
          return read(type.asSubclass(HasMetadata.class));
        }
      };

  /** The kind of a model class. */
  public static ResourceKind of(Class<? extends HasMetadata> type) {
    return KINDS.get(type);
  }

  private static ResourceKind read(Class<? extends HasMetadata> type) {
    return new ResourceKind(
        HasMetadata.getGroup(type),
        HasMetadata.getVersion(type),
        HasMetadata.getKind(type),
        HasMetadata.getPlural(type),
        Namespaced.class.isAssignableFrom(type));
  }

  /** Group and version as objects carry them. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** The name of the resource, as in a CRD's name or an RBAC rule. */
  public String resourceName() {
    return group.isEmpty() ? plural : plural + "." + group;
  }

  /** All objects of the kind, without a class. */
  public MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      in(KubernetesClient client) {
    return client.genericKubernetesResources(
        new ResourceDefinitionContext.Builder()
            .withGroup(group)
            .withVersion(version)
            .withKind(kind)
            .withPlural(plural)
            .withNamespaced(namespaced)
            .build());
  }

  /** One object of the kind. */
  public Resource<GenericKubernetesResource> in(
      KubernetesClient client, String namespace, String name) {
    return namespaced
        ? in(client).inNamespace(namespace).withName(name)
        : in(client).withName(name);
  }

  /** One object of the kind, to be patched without being read before. */
  public Unread unread(KubernetesClient client, String namespace, String name) {
    return new PatchRequest(client, path(namespace) + "/" + name);
  }

  /**
   * Creates an object of the kind.
   *
   * @param body the object as JSON
   * @return the object as the server answers with it, without managedFields
   * @throws io.fabric8.kubernetes.client.KubernetesClientException if the server does not take it
   *     or cannot be asked
   */
  public GenericKubernetesResource create(KubernetesClient client, String namespace, String body) {
    return new CreateRequest(client, path(namespace)).send(body);
  }

  private String path(String namespace) {
    String root = group.isEmpty() ? "api/" : "apis/";
    String place = namespaced ? "/namespaces/" + namespace + "/" : "/";
    return root + apiVersion() + place + plural;
  }

  /** The same by the client's own means, whose answers say who manages which field. */
  public Resource<GenericKubernetesResource> unreadWithManagers(
      KubernetesClient client, String namespace, String name) {
    GenericKubernetesResource item = new GenericKubernetesResource();
    item.setApiVersion(apiVersion());
    item.setKind(kind);
    item.setMetadata(new ObjectMetaBuilder().withName(name).build());
    if (namespaced) {
      item.getMetadata().setNamespace(namespace);
      return in(client).inNamespace(namespace).resource(item);
    }
    return in(client).resource(item);
  }
}
