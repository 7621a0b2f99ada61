package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.annotation.*;

@Handlers(
    value = Node.class,
    fields = "status.images.x=y",
    omittedFields = {"status.images", "spec..x", "metadata.labels"})
// error: @Handlers(omittedFields = "status.images"): @Handlers(fields = "status.images.x=y") selects by it; keep it
// error: @Handlers(omittedFields = "spec..x"): a field path has no empty parts
// error: @Handlers(omittedFields = "metadata.labels"): metadata is always kept; name a field such as spec.x
class omitted_fields_are_needed_by_nobody {

  @OnCreate
  // error: @Handlers(omittedFields = {"status.images", "spec..x", "metadata.labels"}): @OnCreate is told what has changed, of all fields; keep them
  void create(Node node) {}

  @Reconcile
  @Owns(value = Job.class, omittedFields = "kind")
  @Watches(value = Pod.class, omittedFields = {"spec", "sp ec"})
  // error: @Handlers(omittedFields = {"status.images", "spec..x", "metadata.labels"}): what @Reconcile returns is compared with the status; keep it
  // error: @Owns(omittedFields = "kind"): kind is always kept; name a field such as spec.x
  // error: @Watches(omittedFields = "sp ec"): a field path has no spaces
  void level(Node node) {}

  @OnEvent(field = "status.images.x")
  // error: @OnEvent(field = "status.images.x"): @Handlers omits it, or a part of it; name it in one of the two
  void event(Node node) {}

  @OnEvent(field = "status")
  // error: @OnEvent(field = "status"): changes of the whole status are not looked at; name a field of it
  // error: @OnEvent(field = "status"): @Handlers omits it, or a part of it; name it in one of the two
  void part(Node node) {}

  @Index
  String index(Node node) {
    return "";
  }
}
