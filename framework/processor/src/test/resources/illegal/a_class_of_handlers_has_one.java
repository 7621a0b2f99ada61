package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
// error: @Handlers: no method handles anything; annotate one, for example with @OnCreate or @Reconcile
class a_class_of_handlers_has_one {

  void create(ConfigMap map) {}
}
