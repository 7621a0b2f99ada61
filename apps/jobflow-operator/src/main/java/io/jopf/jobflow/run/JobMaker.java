package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.Children;
import io.jopf.ForeignObjectException;
import io.jopf.TemporaryException;
import io.jopf.client.ServerAnswer;
import io.jopf.flow.Observed;
import io.jopf.jobflow.job.Marks;
import java.net.HttpURLConnection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates Jobs and says of each what came of it. For several threads.
 *
 * @param annotation the one that names a Job's step
 */
record JobMaker(Children children, String annotation) {
  /** Creates the Job of a step, or tells why that is not possible. */
  Made make(String step, Job job) {
    try {
      Job made = children.create(job);
      if (!step.equals(step(made)) || Marks.attempt(made) != Marks.attempt(job)) {
        String name = made.getMetadata().getName();
        return Made.without(
            step, Observed.refused("NameConflict", name + " is the Job of another step"));
      }
      return Made.job(step, made);
    } catch (ForeignObjectException e) {
      return Made.without(step, Observed.refused("NameConflict", ServerAnswer.text(e)));
    } catch (TemporaryException e) {
      return Made.later(step, Observed.held("Delayed", ServerAnswer.text(e)), e);
    } catch (KubernetesClientException e) {
      String text = ServerAnswer.text(e);
      if (ServerAnswer.isRefusal(e)) {
        return Made.without(step, Observed.refused("Invalid", text));
      }
      if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
        // quota, most likely: nothing tells when there is room again
        return Made.later(step, Observed.held("Forbidden", text), new TemporaryException(text));
      }
      return Made.later(step, Observed.held("Delayed", text), e);
    }
  }

  /** Which step a Job is of; null if it does not say so. */
  @Nullable String step(Job job) {
    Map<String, String> annotations = job.getMetadata().getAnnotations();
    return annotations == null ? null : annotations.get(annotation);
  }
}
