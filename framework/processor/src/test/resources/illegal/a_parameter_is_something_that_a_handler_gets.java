package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class a_parameter_is_something_that_a_handler_gets {

  @OnCreate
  void create(
      ConfigMap map,
      // error: parameter 'count' of type int: nobody knows what to pass; a handler takes ConfigMap, GenericKubernetesResource, Reason, Retry, Children, EventRecorder, Requeue, Cancellation, Memo, Logger, HandlerContext, Diff, SubHandlers, Owned<...>, Watched<...>, Indexed<...>, Patch<ConfigMap>, a value with @Old or @New, or one with @Bindable for a binder of your own
      int count,
      // error: parameter 'secret' of type Secret: the class handles ConfigMap; ask for that, or for Owned<Secret> with @Owns(Secret.class) or Watched<Secret> with @Watches(Secret.class)
      Secret secret,
      Children children) {}
}
