package io.jopf.jobflow;

import io.jopf.AdmissionException;
import io.jopf.Operation;
import io.jopf.annotation.FailurePolicy;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnValidate;
import io.jopf.jobflow.api.CronJobFlow;
import io.jopf.jobflow.run.ScheduleProblems;

/** Refuses schedules that could never start a run; the handler says the same of those that come. */
@Handlers(CronJobFlow.class)
class CronJobFlowRules {
  private static final int UNPROCESSABLE = 422;

  @OnValidate(
      operations = {Operation.CREATE, Operation.UPDATE},
      failurePolicy = FailurePolicy.IGNORE)
  void sound(CronJobFlow cron) {
    ScheduleProblems.of(cron.getSpec())
        .ifPresent(
            problem -> {
              throw new AdmissionException(UNPROCESSABLE, problem);
            });
  }
}
