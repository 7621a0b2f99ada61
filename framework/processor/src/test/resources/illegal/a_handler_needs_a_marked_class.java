package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@jakarta.inject.Singleton
class a_handler_needs_a_marked_class {

  @OnCreate
  // error: @OnCreate: nothing looks for handlers in a_handler_needs_a_marked_class; mark the class with @Handlers
  void create(ConfigMap map) {}
}

class NotEvenABean {

  @Reconcile
  // error: @Reconcile: nothing looks for handlers in NotEvenABean; mark the class with @Handlers
  void any(ConfigMap map) {}
}

abstract class Shared {

  @OnDelete
  // error: @OnDelete: nothing looks for handlers in Unmarked; mark the class with @Handlers
  void bye(ConfigMap map) {}
}

class Unmarked extends Shared {}

@Handlers(ConfigMap.class)
class Marked extends Shared {}

class Fake extends Marked {}
