package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class a_mapper_is_a_bean {

  @Reconcile
  @Watches(value = Node.class, mapper = ResourceMapper.class)
  @Watches(value = Secret.class, mapper = Unfinished.class)
  // error: @Watches(mapper = ResourceMapper.class): a mapper is a bean; name a class that is neither abstract nor an interface
  // error: @Watches(mapper = Unfinished.class): a mapper is a bean; name a class that is neither abstract nor an interface
  void any(ConfigMap map) {}
}

abstract class Unfinished implements ResourceMapper {}
