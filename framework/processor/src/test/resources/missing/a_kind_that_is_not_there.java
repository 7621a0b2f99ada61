package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(Missing.class)
class a_kind_that_is_not_there {

  @OnCreate
  void create(
      Missing missing, Patch<Missing> patch) {}
}

@Handlers(ConfigMap.class)
class Other {

  @Reconcile
  @Owns(Absent.class)
  void create(Owned<Absent> absent) {}
}
