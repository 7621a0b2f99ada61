package io.jopf.client;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;

/** An object that is patched without being read before. */
public interface Unread {

  /** Its status, where that is a subresource. */
  Unread status();

  /**
   * Sends a patch.
   *
   * @param context its type, and what else goes with it: the field manager and whether to force
   * @param body the patch as JSON
   * @return the object as the server answers with it, without managedFields
   * @throws KubernetesClientException if the server does not take it or cannot be asked
   */
  GenericKubernetesResource patch(PatchContext context, String body);
}
