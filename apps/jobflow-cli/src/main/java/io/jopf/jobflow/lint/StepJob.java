package io.jopf.jobflow.lint;

import io.fabric8.kubernetes.api.model.batch.v1.Job;

/** The Job that a step would make; what is not known yet, such as outputs, is empty in it. */
public final class StepJob {
  private final Document document;
  private final String path;
  private final String step;
  private final Job job;

  StepJob(Document document, String path, String step, Job job) {
    this.document = document;
    this.path = path;
    this.step = step;
    this.job = job;
  }

  /** The Job; its namespace is the one that the file gives, perhaps null. */
  public Job job() {
    return job;
  }

  /** The finding that the API server does not take it. */
  public Finding refused(String why) {
    String message = "step " + step + ": the API server refuses its Job: " + why;
    return document.error("refused", document.at(path), path, message);
  }
}
