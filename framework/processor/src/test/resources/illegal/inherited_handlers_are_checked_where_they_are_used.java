package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

abstract class Shared<T extends HasMetadata> {

  @OnCreate
  void create(
      // error: parameter 'object' of type ConfigMap: the class handles Secret; ask for that, or for Owned<ConfigMap> with @Owns(ConfigMap.class) or Watched<ConfigMap> with @Watches(ConfigMap.class)
      T object) {}
}

@Handlers(Secret.class)
class inherited_handlers_are_checked_where_they_are_used extends Shared<ConfigMap> {}

@Handlers(ConfigMap.class)
class Fitting extends Shared<ConfigMap> {}
