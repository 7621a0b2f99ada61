package io.jopf.jobflow.cli;

import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.StepCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How a flow stands, in one line. */
final class Summary {

  private Summary() {}

  static String line(JobFlow flow) {
    JobFlowStatus status = flow.getStatus();
    if (status == null) {
      return "Pending";
    }
    List<String> parts = new ArrayList<>();
    StepCounts counts = status.counts();
    if (counts != null) {
      add(parts, counts.running(), "running");
      add(parts, counts.waiting(), "waiting");
      add(parts, counts.blocked(), "blocked");
      add(parts, counts.failed(), "failed");
      add(parts, counts.skipped(), "skipped");
      add(parts, counts.cancelled(), "cancelled");
    }
    String state = Objects.requireNonNullElse(status.state(), "Pending");
    String progress = status.progress() == null ? "" : " " + status.progress();
    return state + progress + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static void add(List<String> parts, int number, String word) {
    if (number > 0) {
      parts.add(number + " " + word);
    }
  }
}
