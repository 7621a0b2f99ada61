package io.jopf.jobflow.heritage;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.jopf.jobflow.job.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Marks Jobs of the original operator as ours.
 *
 * @param uidLabel label that names the owner's UID
 * @param step annotation that names the step or node
 */
public record LeftJobs(KubernetesClient client, String uidLabel, String step) {

  /** For those of flows. */
  public static LeftJobs ofFlows(KubernetesClient client) {
    return new LeftJobs(client, Marks.FLOW_UID, Marks.STEP);
  }

  /** For those of DaemonJobs. */
  public static LeftJobs ofDaemonJobs(KubernetesClient client) {
    return new LeftJobs(client, Marks.DAEMON_JOB_UID, Marks.NODE);
  }

  /**
   * Takes over those that are there and the owner's.
   *
   * @param names the Job's name by step or node
   * @return the Jobs as they are now
   */
  public List<Job> takeOver(HasMetadata owner, Map<String, String> names) {
    List<Job> taken = new ArrayList<>();
    names.forEach(
        (child, name) -> {
          var target =
              client
                  .batch()
                  .v1()
                  .jobs()
                  .inNamespace(owner.getMetadata().getNamespace())
                  .withName(name);
          Job job = target.get();
          OwnerReference reference = job == null ? null : reference(job, owner);
          if (job != null && reference != null) {
            taken.add(
                target.patch(
                    PatchContext.of(PatchType.JSON_MERGE), marks(job, owner, child, reference)));
          }
        });
    return taken;
  }

  /** How the Job names its owner; null if it does not, or has another controller. */
  private static @Nullable OwnerReference reference(Job job, HasMetadata owner) {
    String uid = owner.getMetadata().getUid();
    OwnerReference ours = null;
    for (OwnerReference one : job.getMetadata().getOwnerReferences()) {
      boolean controls = Boolean.TRUE.equals(one.getController());
      if (uid.equals(one.getUid())) {
        // the controller already, if a try was cut off
        ours = ours == null || controls ? one : ours;
      } else if (controls) {
        return null;
      }
    }
    return ours;
  }

  private String marks(Job job, HasMetadata owner, String child, OwnerReference reference) {
    List<OwnerReference> references = new ArrayList<>(job.getMetadata().getOwnerReferences());
    references.set(
        references.indexOf(reference),
        new OwnerReferenceBuilder(reference)
            .withController(true)
            .withBlockOwnerDeletion(true)
            .build());
    ObjectMeta marks =
        new ObjectMetaBuilder()
            // owners are replaced as a whole, which is right only for the version that was seen
            .withResourceVersion(job.getMetadata().getResourceVersion())
            .withOwnerReferences(references)
            .addToLabels(Marks.MANAGED_BY, Marks.OPERATOR)
            .addToLabels(uidLabel, owner.getMetadata().getUid())
            .addToAnnotations(step, child)
            .build();
    return client.getKubernetesSerialization().asJson(Map.of("metadata", marks));
  }
}
