package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class an_id_is_a_name_of_one_handler {

  @OnCreate(id = "my id")
  // error: @OnCreate(id = "my id"): an id is a letter followed by letters, digits, '_', '.' or '-'
  void spaced(ConfigMap map) {}

  @OnCreate
  // error: the method's name cannot be its id, set one: an id is a letter followed by letters, digits, '_', '.' or '-'
  void _underscored(ConfigMap map) {}

  @OnCreate(id = "one")
  @OnUpdate(id = "two")
  // error: @OnUpdate(id = "two"): the method is 'one' in @OnCreate; give it one id
  void either(ConfigMap map) {}

  @OnResume
  void twice(ConfigMap map) {}

  @OnDelete
  // error: the id 'twice' belongs to the method 'twice' already; set id on one of the two
  void twice(ConfigMap map, Retry retry) {}

  @OnDelete(id = "twice")
  // error: the id 'twice' belongs to the method 'twice' already; set id on one of the two
  void other(ConfigMap map) {}
}
