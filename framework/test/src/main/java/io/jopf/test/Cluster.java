package io.jopf.test;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A cluster for one test: what a scenario needs to run unchanged on the simulated cluster and on a
 * real API server.
 */
public interface Cluster extends AutoCloseable {

  /** A client with all rights, its default namespace the test's. */
  KubernetesClient client();

  /** The test's own namespace, empty at the start. */
  String namespace();

  /**
   * Waits until something is so.
   *
   * <p>A simulated cluster lets virtual time pass whenever nothing else happens.
   *
   * @param what names the condition in the failure, as in "the job is complete"
   * @throws AssertionError if it does not come to be so within the patience of {@code
   *     jopf.test.patience} seconds, with what the cluster holds and what operators did
   */
  void await(String what, BooleanSupplier condition);

  /** What the operators of the test have done so far. */
  Timeline timeline();

  /** Forgets the namespace. */
  @Override
  void close();

  /**
   * Applies manifests server-side. Namespaced objects without a namespace go to the test's;
   * definitions are served when this returns.
   *
   * @param yaml one or more documents
   * @return the objects as stored, in their order
   */
  default List<HasMetadata> apply(String yaml) {
    return Manifests.apply(client(), yaml);
  }

  /**
   * Applies the manifests of files, and those in directories.
   *
   * @see #apply(String)
   */
  default List<HasMetadata> apply(Path... filesOrDirectories) {
    return apply(Manifests.read(filesOrDirectories));
  }

  /** The object of that name in the test's namespace, or cluster-wide; null where there is none. */
  default <T extends HasMetadata> @Nullable T get(Class<T> type, String name) {
    return client().resources(type).withName(name).get();
  }

  /** The objects of a type in the test's namespace. */
  default <T extends HasMetadata> List<T> list(Class<T> type) {
    return client().resources(type).list().getItems();
  }

  /** Waits until there is no object of that name. */
  default void awaitGone(Class<? extends HasMetadata> type, String name) {
    await(type.getSimpleName() + " " + name + " is gone", () -> get(type, name) == null);
  }

  /** Makes the cluster's nodes exactly these, each ready for pods. */
  default void nodes(String... names) {
    ClusterNodes.set(client(), List.of(names));
  }
}
