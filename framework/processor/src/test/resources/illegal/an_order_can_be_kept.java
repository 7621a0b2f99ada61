package example;

import io.fabric8.kubernetes.api.model.*;
import io.jopf.*;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class an_order_can_be_kept {

  @OnCreate(after = "second")
  // error: @OnCreate(after = "second"): 'first' would have to come after itself
  void first(ConfigMap map) {}

  @OnCreate(after = "first")
  // error: @OnCreate(after = "first"): 'second' would have to come after itself
  void second(ConfigMap map) {}

  @OnDelete(after = {"first", "nobody"})
  // error: @OnDelete(after = "first"): it never runs for the same reason; add @OnDelete to it
  // error: @OnDelete(after = "nobody"): no handler of the class has this id
  void last(ConfigMap map) {}

  @Reconcile
  void level(
      ConfigMap map,
      // error: parameter 'parts' of type SubHandlers: only OnCreate, OnUpdate, OnField, OnResume, OnDelete remember their parts
      SubHandlers parts) {}
}
