package io.jopf.jobflow;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.jspecify.annotations.Nullable;

/** Compares what is wanted. */
final class Specs {
  private Specs() {}

  /** Whether a request leaves the spec as it was: labels change, or a finalizer goes. */
  static boolean areSame(@Nullable CustomResource<?, ?> before, CustomResource<?, ?> after) {
    // as text, because the specs that extend that of a job are equal whatever they add
    return before != null
        && Serialization.asJson(before.getSpec()).equals(Serialization.asJson(after.getSpec()));
  }
}
