package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.node.PlacementRisk;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a look at a flow asks of the cluster beside its Jobs. */
public interface World {

  /** A template of the flow's namespace, as it is now. */
  Optional<JobTemplate> template(String name);

  /** The copy of a template that was kept with the flow, by the copy's name. */
  Optional<ControllerRevision> copy(String name);

  /** Why the flow may not begin yet, because others of its key run; null if it may. */
  @Nullable String queued();

  /** The termination message of a succeeded pod of the Job; empty if there is none. */
  String terminationMessage(Job job);

  /** The node that a pod of the Job was placed on; null if none was. */
  @Nullable String nodeOf(Job job);

  /** What can be asked about nodes and claims. */
  PlacementRisk.Cluster cluster();

  /** Deletes the flow. */
  void deleteFlow();
}
