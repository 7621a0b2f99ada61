package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(HasMetadata.class)
// error: @Handlers(HasMetadata.class): name the model class of one kind
class handlers_belong_to_one_kind {

  @OnCreate
  void create(HasMetadata object) {}
}

@Handlers(GenericKubernetesResource.class)
// error: @Handlers(GenericKubernetesResource.class): name the model class of one kind
class AnyKind {

  @OnCreate
  void create(GenericKubernetesResource object) {}
}
