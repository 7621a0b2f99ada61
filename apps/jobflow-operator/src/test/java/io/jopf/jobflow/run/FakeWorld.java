package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.JobTemplate;
import io.jopf.jobflow.node.NodeFacts;
import io.jopf.jobflow.node.PlacementRisk;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cluster of templates and messages; notes that the flow was deleted. */
final class FakeWorld implements World {
  final Map<String, ControllerRevision> copies = new HashMap<>();
  final Map<String, String> messages = new HashMap<>();
  final Map<String, String> placed = new HashMap<>();
  private final Map<String, JobTemplate> templates;
  @Nullable String queued;
  boolean deleted;

  FakeWorld(Map<String, JobTemplate> templates) {
    this.templates = templates;
  }

  @Override
  public Optional<JobTemplate> template(String name) {
    return Optional.ofNullable(templates.get(name));
  }

  @Override
  public Optional<ControllerRevision> copy(String name) {
    return Optional.ofNullable(copies.get(name));
  }

  @Override
  public @Nullable String queued() {
    return queued;
  }

  @Override
  public String terminationMessage(Job job) {
    return messages.getOrDefault(job.getMetadata().getName(), "");
  }

  @Override
  public @Nullable String nodeOf(Job job) {
    return placed.get(job.getMetadata().getName());
  }

  @Override
  public PlacementRisk.Cluster cluster() {
    return new PlacementRisk.Cluster() {
      @Override
      public Optional<NodeFacts> node(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<String> waitingClass(String claim) {
        return Optional.empty();
      }
    };
  }

  @Override
  public void deleteFlow() {
    deleted = true;
  }
}
