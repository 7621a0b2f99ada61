package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

@Handlers(ConfigMap.class)
class other_kinds_are_declared {

  @Reconcile
  @Owns(Job.class)
  @Watches(Node.class)
  void any(
      ConfigMap map,
      Owned<Job> jobs,
      // error: parameter 'pods' of type Owned<Pod>: add @Owns(Pod.class) to the method
      Owned<Pod> pods,
      // error: parameter 'secrets' of type Watched<Secret>: add @Watches(Secret.class) to the method
      Watched<Secret> secrets,
      // error: parameter 'watched' of type Watched<Job>: add @Watches(Job.class) to the method
      Watched<Job> watched) {}

  @OnCreate
  void create(
      // error: parameter 'jobs' of type Owned<Job>: needs @Reconcile and @Owns(Job.class) on the method
      Owned<Job> jobs) {}

  @OnUpdate
  @Owns(Job.class)
  // error: @Owns(Job.class): only a method with @Reconcile is woken
  void change(ConfigMap map) {}

  @Watches(Job.class)
  // error: @Watches(Job.class): only a method with @Reconcile is woken
  void noHandler(ConfigMap map) {}

  @Reconcile
  @Owns(value = Job.class, prune = true)
  // error: @Owns(value = Job.class, prune = true): takes away what the handler does not apply; give it a parameter of type Children to apply some
  void prunes(ConfigMap map, Owned<Job> jobs) {}

  @Reconcile
  @Owns(HasMetadata.class)
  // error: @Owns(HasMetadata.class): name the model class of one kind
  void everything(ConfigMap map) {}
}
