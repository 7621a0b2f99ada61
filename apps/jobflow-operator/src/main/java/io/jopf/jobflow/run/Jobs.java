package io.jopf.jobflow.run;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.jopf.Children;
import io.jopf.ForeignObjectException;
import io.jopf.Requeue;
import io.jopf.TemporaryException;
import io.jopf.flow.Observed;
import io.jopf.jobflow.job.JobOutcome;
import io.jopf.jobflow.job.Marks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Jobs of one object by step and attempt, and what is known of steps that have none. */
public final class Jobs {
  private final Children children;
  private final JobMaker maker;
  private final Map<String, NavigableMap<Integer, Job>> jobs = new TreeMap<>();
  private final Map<String, Observed> without = new HashMap<>();
  private final List<Job> created = new ArrayList<>();
  private @Nullable RuntimeException trouble;
  private boolean again;

  /**
   * What can be seen at first.
   *
   * @param owned the Jobs that the object controls; those being deleted count as gone
   * @param annotation the one that names a Job's step
   */
  public Jobs(Children children, List<Job> owned, String annotation) {
    this.children = children;
    this.maker = new JobMaker(children, annotation);
    for (Job job : owned) {
      String step = maker.step(job);
      if (step != null) {
        put(step, job);
      }
    }
  }

  private void put(String step, Job job) {
    jobs.computeIfAbsent(step, s -> new TreeMap<>()).put(Marks.attempt(job), job);
  }

  /** What each step shows: a missing Job's reason, else its last attempt. */
  Map<String, Observed> observed() {
    Map<String, Observed> observed = new HashMap<>(without);
    byStep()
        .forEach(
            (step, job) -> {
              if (!without.containsKey(step)) {
                observed.put(step, JobOutcome.of(job));
              }
            });
    return observed;
  }

  /** The last Job of each step that has one. */
  Map<String, Job> byStep() {
    return jobs.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().lastEntry().getValue(),
                (a, b) -> b,
                TreeMap::new));
  }

  /** The last attempt of each step that has a Job like that. */
  Map<String, Integer> attempts(Predicate<Job> like) {
    Map<String, Integer> attempts = new HashMap<>();
    jobs.forEach(
        (step, own) ->
            own.forEach(
                (attempt, job) -> {
                  if (like.test(job)) {
                    attempts.put(step, attempt);
                  }
                }));
    return attempts;
  }

  /** Every Job there is. */
  Collection<Job> all() {
    return jobs.values().stream().flatMap(attempts -> attempts.values().stream()).toList();
  }

  /** The Jobs created in this round. */
  public List<Job> created() {
    return Collections.unmodifiableList(created);
  }

  /** Whether something went wrong that is worth another try. */
  boolean hasTrouble() {
    return trouble != null;
  }

  /** Says why a step has no Job, or not the one it should have next. */
  void without(String step, Observed why) {
    without.put(step, why);
  }

  /** Whether the Job of a step can never be made. */
  boolean isRefused(String step) {
    Observed why = without.get(step);
    return why != null && why.phase() == Observed.Phase.REFUSED;
  }

  /** Takes in what came of making a Job. */
  void take(Made made) {
    if (made.job() != null) {
      put(made.step(), made.job());
      created.add(made.job());
    }
    if (made.why() != null) {
      without(made.step(), made.why());
    }
    if (made.trouble() != null) {
      trouble = made.trouble();
    }
  }

  /** Makes Jobs for {@link #take}. */
  JobMaker maker() {
    return maker;
  }

  /** Whether anything went wrong that is worth another try. */
  boolean isTroubled() {
    return trouble != null;
  }

  /** Deletes the last Job of a step; it counts as gone at once. */
  void stop(String step) {
    NavigableMap<Integer, Job> attempts = jobs.get(step);
    if (attempts != null && delete(attempts.lastEntry().getValue())) {
      attempts.pollLastEntry();
      if (attempts.isEmpty()) {
        jobs.remove(step);
      }
    }
  }

  /** Deletes a Job; whether that could be done. */
  boolean delete(Job job) {
    try {
      children.delete(job);
      return true;
    } catch (KubernetesClientException | TemporaryException e) {
      trouble = e;
      return false;
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

  /** Keeps a copy of something with the object; whether that could be done. */
  boolean keepCopy(HasMetadata copy) {
    try {
      children.create(copy);
      return true;
    } catch (KubernetesClientException | TemporaryException | ForeignObjectException e) {
      trouble = e;
      return false;
    }
  }

  /** Notes something that is worth another try. */
  void troubled(RuntimeException other) {
    trouble = other;
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
}
