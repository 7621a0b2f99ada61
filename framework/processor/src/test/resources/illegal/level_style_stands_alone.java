package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class level_style_stands_alone {

  @OnCreate
  @OnUpdate
  @Reconcile
  // error: @Reconcile and @OnCreate on one method: @Reconcile runs on any change already; use two methods
  // error: @Reconcile and @OnUpdate on one method: @Reconcile runs on any change already; use two methods
  void all(ConfigMap map) {}
}
