package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.flow.FlowStatus;
import io.jopf.flow.Observed;
import io.jopf.flow.Restart;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.jobflow.job.Marks;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.run.Wishes.Again;
import io.jopf.jobflow.status.Extras;
import io.jopf.jobflow.status.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a flow when a round begins, with what of it begins anew.
 *
 * @param flow what is certain
 * @param stored as much of it as is stored
 * @param extras what else is
 * @param again what of it begins anew
 */
record Memory(FlowStatus flow, FlowStatus stored, Extras extras, Again again) {

  /**
   * What is stored, or, if that is newly wanted, the same put back to where it failed or to its
   * start.
   *
   * @param jobs those that are there
   * @param known what is known beyond what is stored; null if there is nothing
   * @param waits whether nothing may begin anew now
   */
  static Memory of(
      JobFlow flow,
      FlowPlan plan,
      Report before,
      Jobs jobs,
      @Nullable FlowStatus known,
      boolean waits,
      Instant now) {
    Wishes wishes = new Wishes(flow);
    FlowStatus stored = before.flow();
    Again again = waits ? Again.NOTHING : Wishes.again(flow);
    Extras extras = extras(before, wishes, again);
    return switch (again) {
      case NOTHING -> {
        FlowStatus certain = known == null || stored.completed() != null ? stored : known;
        yield new Memory(certain, stored, extras, again);
      }
      case WHAT_FAILED -> {
        FlowStatus reset = Restart.of(plan.plan(), stored, wishes.retryAlso(), now);
        yield begun(reset, jobs, job -> isEarlier(job, extras) || isFailed(job), extras, again);
      }
      case ALL -> {
        FlowStatus reset = Restart.all(stored, now);
        yield begun(reset, jobs, job -> isEarlier(job, extras), extras, again);
      }
    };
  }

  /** Jobs of this run count: they were made by one who did not come to storing that it began. */
  private static Memory begun(
      FlowStatus reset, Jobs jobs, Predicate<Job> spent, Extras extras, Again again) {
    FlowStatus begun = Restart.after(jobs.attempts(spent), reset);
    return new Memory(begun, begun, extras, again);
  }

  private static boolean isEarlier(Job job, Extras extras) {
    return Marks.run(job) < extras.run();
  }

  private static boolean isFailed(Job job) {
    return JobOutcome.of(job).phase() == Observed.Phase.FAILED;
  }

  /** What of the wishes, templates and runs is to be remembered. */
  private static Extras extras(Report before, Wishes wishes, Again again) {
    Extras known = before.extras();
    boolean all = again == Again.ALL;
    // what it was made with is no wish to run again what has not run
    boolean resubmitted = all || before.state().isEmpty();
    return new Extras(
        again != Again.NOTHING && wishes.retry() != null ? wishes.retry() : known.retried(),
        known.topology(),
        all ? List.of() : known.templates(),
        Map.of(),
        resubmitted ? wishes.resubmit() : known.resubmitted(),
        all ? known.historyWith(before.past()) : known.history(),
        all ? null : known.node(),
        null);
  }

  /** Whether it has ended and begins anew. */
  boolean rerun() {
    return again != Again.NOTHING;
  }
}
