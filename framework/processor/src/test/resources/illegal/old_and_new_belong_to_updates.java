package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class old_and_new_belong_to_updates {

  @OnCreate
  void create(
      ConfigMap map,
      // error: parameter 'before' of type String: @Old needs @OnUpdate or @OnField on the method
      @Old String before,
      // error: parameter 'after' of type String: @New needs @OnUpdate or @OnField on the method
      @New String after,
      // error: parameter 'diff' of type Diff: only @OnUpdate and @OnField know what has changed; add one to the method
      Diff diff) {}

  @OnUpdate(field = "data.count")
  void change(
      // error: parameter 'before' of type int: @Old is null where the field is absent; use the boxed type
      @Old int before,
      // error: parameter 'after' of type long: @New is null where the field is absent; use the boxed type
      @New long after,
      // error: parameter 'both' of type String: it is either @Old or @New
      @Old @New String both) {}
}
