package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.time.Time;

/** Binds every claim at once, to a volume that is but a name. */
final class Volumes extends Part {

  Volumes(ApiServer server, Time time) {
    super(server, time);
  }

  @Override
  public void changed(HasMetadata object, boolean deleted) {
    if (!deleted && object instanceof PersistentVolumeClaim) {
      PersistentVolumeClaim claim =
          objects.get(
              PersistentVolumeClaim.class,
              object.getMetadata().getNamespace(),
              object.getMetadata().getName());
      if (claim != null && "Pending".equals(claim.getStatus().getPhase())) {
        claim.getSpec().setVolumeName("pvc-" + claim.getMetadata().getUid());
        objects.update(claim);
        claim.getStatus().setPhase("Bound");
        claim.getStatus().setAccessModes(claim.getSpec().getAccessModes());
        claim.getStatus().setCapacity(claim.getSpec().getResources().getRequests());
        objects.updateStatus(claim);
      }
    }
  }
}
