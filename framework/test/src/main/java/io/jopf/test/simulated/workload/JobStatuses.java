package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.api.model.batch.v1.JobConditionBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes the statuses of Jobs. */
final class JobStatuses {

  private JobStatuses() {}

  static JobStatus of(Job job) {
    if (job.getStatus() == null) {
      job.setStatus(new JobStatus());
    }
    return job.getStatus();
  }

  static int number(@Nullable Integer value, int fallback) {
    return value == null ? fallback : value;
  }

  static boolean isOver(Job job) {
    return has(job, "Complete") || has(job, "Failed");
  }

  static boolean has(Job job, String condition) {
    return of(job).getConditions().stream()
        .anyMatch(c -> condition.equals(c.getType()) && "True".equals(c.getStatus()));
  }

  static void complete(Job job, String now) {
    String message = "Reached expected number of succeeded pods";
    set(job, "SuccessCriteriaMet", true, "CompletionsReached", message, now);
    set(job, "Complete", true, "CompletionsReached", message, now);
    of(job).setCompletionTime(now);
    over(job);
  }

  static void fail(Job job, String reason, String message, String now) {
    set(job, "FailureTarget", true, reason, message, now);
    set(job, "Failed", true, reason, message, now);
    over(job);
  }

  private static void over(Job job) {
    of(job).setActive(null);
    of(job).setReady(0);
    of(job).setTerminating(0);
  }

  static void suspended(Job job, boolean suspended, String now) {
    if (suspended || has(job, "Suspended")) {
      set(
          job,
          "Suspended",
          suspended,
          suspended ? "JobSuspended" : "JobResumed",
          suspended ? "Job suspended" : "Job resumed",
          now);
    }
  }

  private static void set(
      Job job, String type, boolean is, String reason, String message, String now) {
    String status = is ? "True" : "False";
    List<JobCondition> conditions = new ArrayList<>(of(job).getConditions());
    for (JobCondition condition : conditions) {
      if (type.equals(condition.getType()) && status.equals(condition.getStatus())) {
        return;
      }
    }
    conditions.removeIf(c -> type.equals(c.getType()));
    conditions.add(
        new JobConditionBuilder()
            .withType(type)
            .withStatus(status)
            .withReason(reason)
            .withMessage(message)
            .withLastProbeTime(now)
            .withLastTransitionTime(now)
            .build());
    of(job).setConditions(conditions);
  }
}
