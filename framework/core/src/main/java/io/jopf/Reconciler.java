package io.jopf;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Has objects looked at again: for an application whose settings have changed, or which has learned
 * something outside the cluster. A bean to be injected.
 *
 * <p>Guarantees: returns at once; each object is looked at as if it had changed, one look however
 * often it is asked for. Caveats: does nothing before the operator works, since its start looks at
 * everything anyway; nor where it is not enabled.
 */
public interface Reconciler {

  /** All objects of every handled kind. */
  void reconcileAll();

  /**
   * All objects of one kind.
   *
   * @throws IllegalArgumentException if there are no handlers of this kind
   */
  void reconcileAll(Class<? extends HasMetadata> kind);

  /**
   * One object.
   *
   * @throws IllegalArgumentException if there are no handlers of this kind
   */
  void reconcile(Class<? extends HasMetadata> kind, ObjectKey key);
}
