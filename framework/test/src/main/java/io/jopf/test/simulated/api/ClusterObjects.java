package io.jopf.test.simulated.api;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Direct access to the objects of the cluster, for those who play a part of it. Use it in a
 * listener or in {@link ApiServer#run}. Reads give copies.
 */
public interface ClusterObjects {

  /** A pod's annotation that holds what its log shall be. */
  String LOG = "test.jopf.io/log";

  /** The object of that name, null where there is none. */
  <T extends HasMetadata> @Nullable T get(Class<T> type, @Nullable String namespace, String name);

  /** All objects of a type, in a namespace or in all. */
  <T extends HasMetadata> List<T> list(Class<T> type, @Nullable String namespace);

  /** The objects of a type that name an object as their owner. */
  <T extends HasMetadata> List<T> ownedBy(Class<T> type, HasMetadata owner);

  /** Creates an object whose name is free. */
  <T extends HasMetadata> T create(T object);

  /** Stores a changed object, whatever it was based on; its status is left as it is. */
  void update(HasMetadata object);

  /** Stores an object's changed status. */
  void updateStatus(HasMetadata object);

  /** Deletes an object if it is there, its dependents in the background. */
  void delete(HasMetadata object);
}
