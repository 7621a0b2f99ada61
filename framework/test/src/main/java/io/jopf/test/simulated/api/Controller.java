package io.jopf.test.simulated.api;

/** A part of the cluster that reacts to changes, after the request that made them. */
@FunctionalInterface
interface Controller {
  void changed(Change change);
}
