package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.jobflow.api.JobTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cluster of templates and messages; notes that the flow was deleted. */
final class FakeWorld implements World {
  final Map<String, ControllerRevision> copies = new HashMap<>();
  final Map<String, String> messages = new HashMap<>();
  private final Map<String, JobTemplate> templates;
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
    return null;
  }

  @Override
  public String terminationMessage(Job job) {
    return messages.getOrDefault(job.getMetadata().getName(), "");
  }

  @Override
  public void deleteFlow() {
    deleted = true;
  }
}
