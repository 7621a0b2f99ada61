package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.Children;
import io.jopf.ForeignObjectException;
import io.jopf.Requeue;
import io.jopf.TemporaryException;
import io.jopf.flow.Observed;
import io.jopf.jobflow.job.JobOutcome;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The Jobs of one object by step, and what is known of steps that have none. */
public final class Jobs {
  private static final int UNPROCESSABLE = 422;

  private final Children children;
  private final Map<String, Job> jobs = new TreeMap<>();
  private final Map<String, Observed> without = new HashMap<>();
  private final List<Job> created = new ArrayList<>();
  private @Nullable RuntimeException trouble;
  private boolean again;

  /**
   * What can be seen at first.
   *
   * @param owned the Jobs that the object controls
   * @param annotation the one that names a Job's step
   */
  public Jobs(Children children, List<Job> owned, String annotation) {
    this.children = children;
    for (Job job : owned) {
      Map<String, String> annotations = job.getMetadata().getAnnotations();
      String step = annotations == null ? null : annotations.get(annotation);
      if (step != null) {
        jobs.put(step, job);
      }
    }
  }

  /** What each step shows. */
  Map<String, Observed> observed() {
    Map<String, Observed> observed = new HashMap<>(without);
    jobs.forEach((step, job) -> observed.put(step, JobOutcome.of(job)));
    return observed;
  }

  /** The Jobs there are, by step. */
  Map<String, Job> byStep() {
    return Collections.unmodifiableMap(jobs);
  }

  /** The Jobs created in this round. */
  public List<Job> created() {
    return Collections.unmodifiableList(created);
  }

  /** Says why a step has no Job. */
  void without(String step, Observed why) {
    without.put(step, why);
  }

  /** Creates the Job of a step, or notes why that is not possible. */
  void start(String step, Job job) {
    try {
      Job made = children.create(job);
      jobs.put(step, made);
      created.add(made);
    } catch (ForeignObjectException e) {
      without(step, Observed.failed(null, null, "NameConflict", text(e)));
    } catch (TemporaryException e) {
      without(step, Observed.held("Delayed", text(e)));
      trouble = e;
    } catch (KubernetesClientException e) {
      switch (e.getCode()) {
        case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE ->
            without(step, Observed.failed(null, null, "Invalid", text(e)));
        case HttpURLConnection.HTTP_FORBIDDEN -> {
          // quota, most likely: nothing tells when there is room again
          without(step, Observed.held("Forbidden", text(e)));
          trouble = new TemporaryException(text(e));
        }
        default -> {
          without(step, Observed.held("Delayed", text(e)));
          trouble = e;
        }
      }
    }
  }

  /** Writes the part of a Job that may follow its creation. */
  void complete(Job part) {
    try {
      children.apply(part);
    } catch (KubernetesClientException | TemporaryException e) {
      trouble = e;
    }
  }

  /** Wants another round at once, after the status of this one is stored. */
  void againOnceStored() {
    again = true;
  }

  /**
   * Asks for the rounds that are still needed; throws what is worth another try, if there is
   * anything, and runs before what must not be lost by that.
   */
  public void finish(Requeue requeue, Runnable first) {
    if (again) {
      requeue.after(Duration.ZERO);
    }
    if (trouble != null) {
      first.run();
      throw trouble;
    }
  }

  /** The server's own words where there are any; the client's wrap them in an address. */
  private static String text(Exception e) {
    if (e instanceof KubernetesClientException refused
        && refused.getStatus() != null
        && refused.getStatus().getMessage() != null) {
      return refused.getStatus().getMessage();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
