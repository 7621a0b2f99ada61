package io.jopf.jobflow.status;

import io.jopf.flow.Counts;
import io.jopf.flow.Ending;
import io.jopf.flow.FlowStatus;
import io.jopf.jobflow.api.JobFlowStatus;
import io.jopf.jobflow.api.StepCounts;
import io.jopf.jobflow.api.UsedTemplate;
import java.util.List;

/** Writes down the status of a flow. */
final class FlowStatuses {

  private FlowStatuses() {}

  static JobFlowStatus of(Report report) {
    FlowStatus flow = report.flow();
    Counts c = flow.counts();
    long paused = flow.suspendedFor().toSeconds();
    List<UsedTemplate> templates = report.extras().templates();
    return new JobFlowStatus(
        report.state(),
        c.progress(),
        new StepCounts(
            c.total(),
            c.waiting(),
            c.blocked(),
            c.running(),
            c.succeeded(),
            c.failed(),
            c.skipped(),
            c.cancelled()),
        flow.message(),
        Times.text(flow.started()),
        Times.text(flow.completed()),
        flow.ending() == Ending.NONE ? null : flow.ending().text(),
        Times.text(flow.suspendedAt()),
        paused == 0 ? null : paused,
        report.extras().retried(),
        report.generation(),
        report.extras().topology(),
        report.entries(),
        templates.isEmpty() ? null : templates,
        report.jobs(),
        report.conditions(),
        report.extras().resubmitted(),
        report.extras().history().isEmpty() ? null : report.extras().history(),
        report.extras().node());
  }
}
