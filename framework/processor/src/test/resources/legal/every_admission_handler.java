package example;

import io.fabric8.kubernetes.api.model.*;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

import org.slf4j.Logger;

@Handlers(ConfigMap.class)
class every_admission_handler {

  @OnValidate(
      id = "limits",
      operations = {Operation.CREATE, Operation.UPDATE},
      subresource = "status",
      failurePolicy = FailurePolicy.IGNORE,
      sideEffects = true,
      timeout = "30s",
      persistent = true)
  void validate(
      ConfigMap map,
      GenericKubernetesResource raw,
      AdmissionRequest request,
      Warnings warnings,
      Diff diff,
      Cancellation cancellation,
      Logger log,
      HandlerContext context,
      @Old ConfigMap before,
      @New ConfigMap after) {
    throw new AdmissionException(422, "no");
  }

  @OnMutate(field = "data.image")
  void mutate(@Old String before, @New String after, Patch<ConfigMap> patch) {}

  @OnValidate(operations = Operation.CONNECT, subresource = "exec")
  void connect(AdmissionRequest request) {}

  @OnMutate(subresource = "*", timeout = "${timeout:5s}")
  void any(GenericKubernetesResource raw) {}
}
