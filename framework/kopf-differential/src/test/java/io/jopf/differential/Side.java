package io.jopf.differential;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/** An operator of one of the two frameworks, and what it has written down. */
interface Side {

  /** Starts a process that knows only what is in the cluster. */
  void start();

  /** Asks it to end, and waits. */
  void stop();

  /** Ends it as a crash does. */
  void kill();

  Trace trace();

  /** Whether every change of an object is dealt with, as far as the object tells. */
  boolean isSettled(GenericKubernetesResource object);

  /** Whether an attempt of a handler has failed and the object says that another is to come. */
  boolean isRetrying(GenericKubernetesResource object, String handler);

  /** The finalizer. */
  String finalizer();
}
