package example;

import io.fabric8.kubernetes.api.model.*;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class admission_handlers_answer_requests {

  @OnValidate(subresource = "a/b", timeout = "1m")
  // error: @OnValidate(subresource = "a/b"): name one such as status, or * for the object and all of them
  // error: @OnValidate(timeout = "1m"): the API server waits from 1s to 30s, whole seconds
  void options(ConfigMap map) {}

  @OnValidate(operations = {})
  // error: @OnValidate(operations = {}): name at least one
  void never(ConfigMap map) {}

  @OnMutate(operations = Operation.DELETE)
  // error: @OnMutate(operations = DELETE): nothing is stored that could be changed; use @OnValidate
  void gone(ConfigMap map) {}

  @OnValidate
  @OnMutate
  // error: @OnMutate and @OnValidate on one method: an admission handler does nothing else; use two methods
  // error: returns boolean: an admission handler returns nothing; refuse with AdmissionException, change the object through Patch in @OnMutate
  boolean both(ConfigMap map) {
    return true;
  }

  @OnValidate
  void parameters(
      // error: parameter 'patch' of type Patch<ConfigMap>: only @OnMutate changes the object
      Patch<ConfigMap> patch,
      // error: parameter 'children' of type Children: not there while a request is reviewed; an admission handler takes ConfigMap, GenericKubernetesResource, AdmissionRequest, Warnings, Diff, Cancellation, Logger, HandlerContext, with @OnMutate Patch<ConfigMap>, a value with @Old or @New, or one with @Bindable for a binder of your own
      Children children,
      // error: parameter 'before' of type int: @Old is null where the field is absent; use the boxed type
      @Old int before) {}

  @OnValidate(operations = Operation.CONNECT)
  void connect(
      // error: parameter 'map' of type ConfigMap: the request does not carry the object itself; ask for GenericKubernetesResource or AdmissionRequest
      ConfigMap map) {}

  @OnCreate
  void create(
      // error: parameter 'warnings' of type Warnings: only @OnValidate and @OnMutate answer requests
      Warnings warnings) {}
}
