package io.jopf.jobflow;

import io.jopf.AdmissionException;
import io.jopf.Operation;
import io.jopf.annotation.FailurePolicy;
import io.jopf.annotation.Handlers;
import io.jopf.annotation.OnValidate;
import io.jopf.client.ServerAnswer;
import io.jopf.jobflow.api.CronJobFlow;
import io.jopf.jobflow.cron.ScheduleException;
import io.jopf.jobflow.cron.SoundSchedule;

/** Refuses schedules that could never start a run; the handler says the same of those that come. */
@Handlers(CronJobFlow.class)
class CronJobFlowRules {
  @OnValidate(
      operations = {Operation.CREATE, Operation.UPDATE},
      failurePolicy = FailurePolicy.IGNORE)
  void sound(CronJobFlow cron) {
    try {
      SoundSchedule.of(cron.getSpec());
    } catch (ScheduleException e) {
      throw new AdmissionException(ServerAnswer.UNPROCESSABLE, ServerAnswer.text(e));
    }
  }
}
