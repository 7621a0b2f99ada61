package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.test.simulated.api.ClusterListener;
import io.jopf.test.simulated.api.ClusterObjects;
import io.jopf.time.Time;
import io.jopf.time.Time.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What the parts of the cluster have in common: the objects, and the clock. */
abstract class Part implements ClusterListener {

  final ClusterObjects objects;
  private final ApiServer server;
  private final Time time;

  Part(ApiServer server, Time time) {
    this.server = server;
    this.objects = server.objects();
    this.time = time;
  }

  /** Does something later, as one step. */
  final Scheduled after(Duration delay, Runnable task) {
    return time.schedule(delay, () -> server.run(task));
  }

  /** Does something now, as one step. */
  final void step(Runnable task) {
    server.run(task);
  }

  final String timestamp() {
    return time.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** How long until a moment that an object names; zero once it is past. */
  final Duration until(String moment, Duration later) {
    Duration left = Duration.between(time.now(), Instant.parse(moment).plus(later));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** The name of the owner of that kind, null where there is none. */
  static @Nullable String ownerName(HasMetadata object, String kind) {
    for (OwnerReference owner : object.getMetadata().getOwnerReferences()) {
      if (kind.equals(owner.getKind())) {
        return owner.getName();
      }
    }
    return null;
  }

  static boolean isTerminating(HasMetadata object) {
    return object.getMetadata().getDeletionTimestamp() != null;
  }

  static OwnerReference ownedBy(HasMetadata owner) {
    return new OwnerReferenceBuilder()
        .withApiVersion(owner.getApiVersion())
        .withKind(owner.getKind())
        .withName(owner.getMetadata().getName())
        .withUid(owner.getMetadata().getUid())
        .withController(true)
        .withBlockOwnerDeletion(true)
        .build();
  }
}
