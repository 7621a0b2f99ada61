package example;

import io.fabric8.kubernetes.api.model.*;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.*;
import io.jopf.Patch;
import io.jopf.annotation.*;

import jakarta.inject.Singleton;
import java.util.*;
import java.util.stream.Stream;

@Handlers(value = ConfigMap.class, omittedFields = "data.log")
class every_way_to_reconcile {

  record Status(int ready) {}

  @Reconcile(backoff = "1m", whileDeleting = true)
  @Owns(value = Job.class, mapper = Nodes.class, omittedFields = "spec.template")
  @Owns(value = Pod.class, labels = "app in (a, b),!hidden", prune = true)
  @Watches(value = Node.class, mapper = Nodes.class, labels = "example.com/zone=x", omittedFields = {"status.images", "status.nodeInfo"})
  @Watches(Secret.class)
  Status status(
      ConfigMap map,
      Owned<Job> jobs,
      Owned<? extends Pod> pods,
      Watched<Node> nodes,
      Watched<Secret> secrets,
      Patch<ConfigMap> patch,
      Children children) {
    return new Status(0);
  }

  @Reconcile
  void nothing(ConfigMap map) {}

  @Reconcile
  Map<String, Object> map(ConfigMap map) {
    return Map.of();
  }

  @Reconcile
  Object any(ConfigMap map) {
    return map;
  }
}

@Singleton
class Nodes implements ResourceMapper {
  @Override
  public Stream<ObjectKey> map(GenericKubernetesResource changed, Stream<ObjectKey> handled) {
    return handled;
  }
}
