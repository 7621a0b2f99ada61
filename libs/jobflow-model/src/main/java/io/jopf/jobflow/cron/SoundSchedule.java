package io.jopf.jobflow.cron;

import io.jopf.jobflow.api.CronJobFlowSpec;
import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.api.DaemonJobTemplate;
import io.jopf.jobflow.node.DaemonJobProblems;
import io.jopf.jobflow.plan.FlowPlan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a schedule and makes sure that its runs could work. */
public final class SoundSchedule {

  private SoundSchedule() {}

  /**
   * The times of a schedule.
   *
   * @throws ScheduleException if it could never make a run that works, in words that name the field
   */
  public static Schedule of(@Nullable CronJobFlowSpec spec) throws ScheduleException {
    if (spec == null) {
      throw new ScheduleException("there is no spec");
    }
    List<String> expressions = Objects.requireNonNullElse(spec.schedules(), List.of());
    Schedule schedule = Schedule.of(expressions, spec.timeZone());
    List<String> problems = ofTemplate(spec);
    if (!problems.isEmpty()) {
      throw new ScheduleException(String.join("; ", problems));
    }
    return schedule;
  }

  private static List<String> ofTemplate(CronJobFlowSpec spec) {
    if (spec.jobFlowTemplate() != null) {
      return FlowPlan.of(spec.jobFlowTemplate().spec()).refusals();
    }
    DaemonJobTemplate template = spec.daemonJobTemplate();
    DaemonJobSpec daemonJob = template == null ? null : template.spec();
    if (daemonJob != null && "Continuous".equals(daemonJob.getCompletionPolicy())) {
      return List.of("completionPolicy is Continuous: a run of it would never end");
    }
    return DaemonJobProblems.of(daemonJob);
  }
}
