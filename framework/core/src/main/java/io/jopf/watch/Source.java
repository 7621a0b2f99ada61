package io.jopf.watch;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import java.time.Duration;

/** What one stream asks the API server for. Both calls block and throw what the client throws. */
interface Source {

  /**
   * A part of the list.
   *
   * @param next where the last part ended; empty for the first one
   * @param limit how many objects; 0 for all
   */
  Page list(String next, int limit);

  /**
   * Opens a watch, which ends for good at its first trouble.
   *
   * @param version from which on
   * @param renewal after which the server is asked to end it
   */
  Watch watch(String version, Duration renewal, Watcher<GenericKubernetesResource> watcher);
}
