package io.jopf.test.scenarios.admission;

import io.jopf.AdmissionRequest;
import io.jopf.Operation;
import io.jopf.annotation.FailurePolicy;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnValidate;
import io.jopf.test.scenarios.Thing;

/** Handlers that want to be asked even when nobody is there, and one that does not. */
@Handlers(Thing.class)
class Guards {

  @OnValidate(operations = Operation.DELETE, persistent = true)
  void strict(AdmissionRequest request) {}

  @OnValidate(
      operations = Operation.CREATE,
      persistent = true,
      failurePolicy = FailurePolicy.IGNORE)
  void lax(AdmissionRequest request) {}

  @OnValidate(operations = Operation.UPDATE)
  void passing(AdmissionRequest request) {}
}
