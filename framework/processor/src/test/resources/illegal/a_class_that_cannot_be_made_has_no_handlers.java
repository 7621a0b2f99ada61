package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
// error: @Handlers: no bean is made of an interface or an abstract class; put it on the class that extends it
abstract class a_class_that_cannot_be_made_has_no_handlers {

  @OnCreate
  // error: an abstract method does nothing; annotate the one that implements it
  abstract void nothing(ConfigMap map);
}

@Handlers(ConfigMap.class)
// error: @Handlers: no bean is made of an interface or an abstract class; put it on the class that extends it
interface Contract {

  @OnCreate
  default void something(ConfigMap map) {}
}
