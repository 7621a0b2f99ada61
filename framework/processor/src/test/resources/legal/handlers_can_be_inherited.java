package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

abstract class Shared<T extends HasMetadata> {

  @OnCreate
  void create(T object, Patch<T> patch) {}

  @OnUpdate(id = "changed")
  void update(T object) {}

  abstract void missing();
}

interface Bye {

  @OnDelete
  default void bye(GenericKubernetesResource object) {}
}

@Handlers(Secret.class)
class handlers_can_be_inherited extends Shared<Secret> implements Bye {
  @Override
  void missing() {}
}
