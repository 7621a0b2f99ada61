package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class a_field_is_one_that_users_change {

  @OnUpdate(field = "spec..image")
  // error: @OnUpdate(field = "spec..image"): a field path has no empty parts
  void empty(ConfigMap map) {}

  @OnUpdate(field = "spec. image")
  // error: @OnUpdate(field = "spec. image"): a field path has no spaces
  void spaced(ConfigMap map) {}

  @OnUpdate(field = "status")
  // error: @OnUpdate(field = "status"): changes of the whole status are not looked at; name a field of it
  void status(ConfigMap map) {}

  @OnUpdate(field = "metadata.name")
  // error: @OnUpdate(field = "metadata.name"): of metadata only metadata.labels and metadata.annotations are looked at
  void name(ConfigMap map) {}

  @OnUpdate(field = "metadata.labels.app.kubernetes.io/name")
  // error: @OnUpdate(field = "metadata.labels.app.kubernetes.io/name"): a key with dots cannot be named in a path; name metadata.labels and compare the two values
  void dotted(ConfigMap map) {}
}
