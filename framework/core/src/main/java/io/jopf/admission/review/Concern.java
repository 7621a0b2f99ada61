package io.jopf.admission.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.jopf.AdmissionRequest;
import io.jopf.Operation;
import io.jopf.cause.Essence;
import io.jopf.filter.Candidate;
import io.jopf.json.Json;
import java.util.stream.Stream;

/** Whether a request is one that a handler wants to be asked about. */
record Concern(KubernetesSerialization serialization) {

  boolean of(AdmissionHandler handler, AdmissionRequest request) {
    boolean subresource =
        handler.subresource().equals(AdmissionHandler.ANY)
            || handler.subresource().equals(request.subresource());
    return subresource
        && handler.kind().resourceName().equals(request.resource())
        && handler.operations().contains(request.operation())
        && changesAnything(request)
        && passes(handler, request);
  }

  /**
   * An operator that was asked about updates of finalizers or of its own annotations could keep
   * itself from ever cleaning up an object that was stored before its rules were made.
   */
  private static boolean changesAnything(AdmissionRequest request) {
    return request.operation() != Operation.UPDATE
        || !request.subresource().isEmpty()
        || !(request.object() instanceof ObjectNode now)
        || !(request.oldObject() instanceof ObjectNode before)
        || !Essence.of(now).fields().equals(Essence.of(before).fields());
  }

  /** One side is enough, as it is to the API server: nobody slips past by taking a label away. */
  private boolean passes(AdmissionHandler handler, AdmissionRequest request) {
    JsonNode before = Json.at(request.oldObject(), handler.filter().field());
    JsonNode after = Json.at(request.object(), handler.filter().field());
    if (!handler.filter().field().isEmpty() && before.equals(after)) {
      return false;
    }
    return Stream.of(request.object(), request.oldObject())
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .map(side -> new Candidate(side, type -> serialization.convertValue(side, type)))
        .anyMatch(side -> handler.filter().matchesChange(side, before, after));
  }
}
