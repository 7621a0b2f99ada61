package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(
    value = ConfigMap.class,
    labels = "a=b=c",
    fields = "metadata.name",
    ignoredFields = {"data..x", "status.phase", "kind", "data.size"})
// error: @Handlers(labels = "a=b=c"): 'a=b=c' is not a part of a label selector such as app=x, app!=x, app in (x,y), app or !app
// error: @Handlers(fields = "metadata.name"): 'metadata.name' is not a part of a field selector such as metadata.name=x or status.phase!=Failed
// error: @Handlers(ignoredFields = "data..x"): a field path has no empty parts
// error: @Handlers(ignoredFields = "status.phase"): of the status only fields that handlers name are looked at
// error: @Handlers(ignoredFields = "kind"): changes of kind are not looked at; name a field such as spec.x
class a_selection_can_be_read {

  @OnUpdate(field = "data.size")
  // error: @OnUpdate(field = "data.size"): @Handlers ignores its changes; name it in one of the two
  void size(ConfigMap map) {}

  @OnField(field = "data.size.small")
  // error: @OnField(field = "data.size.small"): @Handlers ignores its changes; name it in one of the two
  void part(ConfigMap map) {}

  @OnCreate(field = "data.size", value = "1")
  void value(ConfigMap map) {}
}
