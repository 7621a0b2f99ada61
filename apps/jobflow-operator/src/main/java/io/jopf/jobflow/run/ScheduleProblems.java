package io.jopf.jobflow.run;

import io.jopf.jobflow.api.CronJobFlowSpec;
import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.api.DaemonJobTemplate;
import io.jopf.jobflow.cron.Schedule;
import io.jopf.jobflow.cron.ScheduleException;
import io.jopf.jobflow.node.DaemonJobProblems;
import io.jopf.jobflow.plan.FlowPlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What keeps a schedule from ever making a run that could work. */
public final class ScheduleProblems {

  private ScheduleProblems() {}

  /** What is wrong, in words that name the field; empty if nothing is. */
  public static Optional<String> of(@Nullable CronJobFlowSpec spec) {
    try {
      if (spec == null) {
        return Optional.of("there is no spec");
      }
      schedule(spec);
      List<String> problems = ofTemplate(spec);
      return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
    } catch (ScheduleException e) {
      return Optional.of(Objects.requireNonNull(e.getMessage()));
    }
  }

  private static List<String> ofTemplate(CronJobFlowSpec spec) {
    if (spec.jobFlowTemplate() != null) {
      return FlowPlan.of(spec.jobFlowTemplate().spec()).problems();
    }
    DaemonJobTemplate template = spec.daemonJobTemplate();
    DaemonJobSpec daemonJob = template == null ? null : template.spec();
    if (daemonJob != null && "Continuous".equals(daemonJob.getCompletionPolicy())) {
      return List.of("completionPolicy is Continuous: a run of it would never end");
    }
    return DaemonJobProblems.of(daemonJob);
  }

  static Schedule schedule(CronJobFlowSpec spec) throws ScheduleException {
    return Schedule.of(Objects.requireNonNullElse(spec.schedules(), List.of()), spec.timeZone());
  }
}
