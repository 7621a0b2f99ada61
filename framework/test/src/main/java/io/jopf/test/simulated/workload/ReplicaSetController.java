package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatusBuilder;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.time.Time;
import java.util.List;

/** Keeps as many pods as a ReplicaSet wants. */
final class ReplicaSetController extends Part {

  ReplicaSetController(ApiServer server, Time time) {
    super(server, time);
  }

  @Override
  public void changed(HasMetadata object, boolean deleted) {
    if (object instanceof ReplicaSet && !deleted) {
      reconcile(object.getMetadata().getNamespace(), object.getMetadata().getName());
    } else if (object instanceof Pod) {
      String name = ownerName(object, "ReplicaSet");
      if (name != null) {
        reconcile(object.getMetadata().getNamespace(), name);
      }
    }
  }

  private void reconcile(String namespace, String name) {
    ReplicaSet set = objects.get(ReplicaSet.class, namespace, name);
    if (set == null || isTerminating(set)) {
      return;
    }
    List<Pod> pods = objects.ownedBy(Pod.class, set).stream().filter(Pods::isActive).toList();
    int wanted = set.getSpec().getReplicas();
    for (int i = pods.size(); i < wanted; i++) {
      objects.create(Pods.from(set.getSpec().getTemplate(), set));
    }
    pods.stream().skip(wanted).forEach(objects::delete);
    int ready = (int) pods.stream().limit(wanted).filter(Pods::isReady).count();
    set.setStatus(
        new ReplicaSetStatusBuilder()
            .withReplicas(wanted)
            .withReadyReplicas(ready == 0 ? null : ready)
            .withAvailableReplicas(ready == 0 ? null : ready)
            .withFullyLabeledReplicas(wanted)
            .withObservedGeneration(set.getMetadata().getGeneration())
            .build());
    objects.updateStatus(set);
  }
}
