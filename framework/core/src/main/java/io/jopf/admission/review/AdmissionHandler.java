package io.jopf.admission.review;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.jopf.Operation;
import io.jopf.annotation.FailurePolicy;
import io.jopf.client.ResourceKind;
import io.jopf.filter.Filter;
import io.jopf.handler.HandlerSpec;
import java.time.Duration;
import java.util.Set;

/**
 * A method that is asked about requests.
 *
 * @param kind what the requests are about
 * @param type the kind's model class
 * @param mutating whether it may change the object
 * @param spec its id and how to call it
 * @param operations those that it is asked about
 * @param subresource empty for the object itself, {@code *} for that and all subresources
 * @param filter which objects and changes concern it
 * @param failurePolicy what becomes of requests when nobody answers
 * @param sideEffects whether it changes anything else, except for dry runs
 * @param timeout how long the API server waits
 * @param persistent whether it is to be asked even when no operator runs
 */
public record AdmissionHandler(
    ResourceKind kind,
    Class<? extends HasMetadata> type,
    boolean mutating,
    HandlerSpec spec,
    Set<Operation> operations,
    String subresource,
    Filter filter,
    FailurePolicy failurePolicy,
    boolean sideEffects,
    Duration timeout,
    boolean persistent) {

  /** Matches every subresource, and the object itself. */
  public static final String ANY = "*";

  /** Its name. */
  public String id() {
    return spec.id();
  }

  /** Where it answers. */
  public String path() {
    return (mutating ? "/mutate/" : "/validate/") + kind.resourceName() + "/" + id();
  }
}
