package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.TemporaryException;
import io.jopf.flow.Observed;
import org.jspecify.annotations.Nullable;

/**
 * What came of making the Job of a step: the Job, or why there is none.
 *
 * @param step the step
 * @param job the Job; null if there is none
 * @param why why there is none; null if there is one
 * @param trouble what is worth another try; null if nothing is
 */
public record Made(
    String step, @Nullable Job job, @Nullable Observed why, @Nullable RuntimeException trouble) {

  static Made job(String step, Job job) {
    return new Made(step, job, null, null);
  }

  static Made without(String step, Observed why) {
    return new Made(step, null, why, null);
  }

  /** Nobody has tried, because it was no longer asked for. */
  public static Made dropped(String step) {
    return without(step, Observed.held("Delayed", "another look is due first"));
  }

  /** Without a Job for now. */
  public static Made later(String step, Observed why, RuntimeException trouble) {
    return new Made(step, null, why, trouble);
  }

  /** Whether the API server is well; where it only refuses, as for want of quota, it is. */
  public boolean isServerWell() {
    return trouble == null || trouble instanceof TemporaryException;
  }
}
