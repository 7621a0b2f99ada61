package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class a_handler_is_an_instance_method_that_can_be_called {

  @OnCreate
  // error: a private method cannot be called as a handler; remove 'private'
  // error: Method annotated as executable but is declared private. To invoke the method using reflection annotate it with @ReflectiveAccess
  private void hidden(ConfigMap map) {}

  @OnUpdate
  // error: a static method belongs to no bean; remove 'static'
  static void shared(ConfigMap map) {}
}
