package io.jopf.test.simulated.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatus;
import io.jopf.test.simulated.api.ApiServer;
import io.jopf.time.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates the pods of Jobs, counts how they end, and completes or fails the Job. */
final class JobController extends Part {

  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(10);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(10);

  /** Per Job its pods whose end is not counted yet. */
  private final Map<String, Set<String>> uncounted = new HashMap<>();

  private final Map<String, Time.Scheduled> waiting = new HashMap<>();
  private final Map<String, Time.Scheduled> deadlines = new HashMap<>();

  JobController(ApiServer server, Time time) {
    super(server, time);
  }

  @Override
  public void changed(HasMetadata object, boolean deleted) {
    if (object instanceof Job job) {
      if (deleted) {
        forget(job);
      } else {
        reconcile(job.getMetadata().getNamespace(), job.getMetadata().getName());
      }
    } else if (object instanceof Pod pod) {
      String name = ownerName(pod, "Job");
      if (name != null) {
        reconcile(pod.getMetadata().getNamespace(), name);
      }
    }
  }

  private void forget(Job job) {
    String uid = job.getMetadata().getUid();
    uncounted.remove(uid);
    for (Map<String, Time.Scheduled> timers : List.of(waiting, deadlines)) {
      Time.Scheduled timer = timers.remove(uid);
      if (timer != null) {
        timer.cancel();
      }
    }
  }

  private void count(Job job, List<Pod> pods) {
    Set<String> open = uncounted.getOrDefault(job.getMetadata().getUid(), Set.of());
    JobStatus status = JobStatuses.of(job);
    for (String uid : List.copyOf(open)) {
      Optional<Pod> pod =
          pods.stream().filter(p -> p.getMetadata().getUid().equals(uid)).findFirst();
      if (pod.isPresent() && Pods.isActive(pod.get())) {
        continue;
      }
      open.remove(uid);
      if (pod.isPresent() && "Succeeded".equals(Pods.phase(pod.get()))) {
        status.setSucceeded(JobStatuses.number(status.getSucceeded(), 0) + 1);
      } else {
        status.setFailed(JobStatuses.number(status.getFailed(), 0) + 1);
        waitBeforeNextTry(job, status.getFailed());
      }
    }
  }

  private void waitBeforeNextTry(Job job, int failures) {
    Duration delay = FIRST_BACKOFF.multipliedBy(1L << Math.min(failures - 1, 10));
    String uid = job.getMetadata().getUid();
    Time.Scheduled earlier = waiting.get(uid);
    if (earlier != null) {
      earlier.cancel();
    }
    waiting.put(
        uid,
        after(
            delay.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : delay,
            () -> {
              waiting.remove(uid);
              reconcile(job.getMetadata().getNamespace(), job.getMetadata().getName());
            }));
  }

  private void reconcile(String namespace, String name) {
    Job job = objects.get(Job.class, namespace, name);
    if (job == null || isTerminating(job)) {
      return;
    }
    if (JobStatuses.isOver(job)) {
      expire(job);
      return;
    }
    List<Pod> pods = objects.ownedBy(Pod.class, job);
    List<Pod> active = pods.stream().filter(Pods::isActive).toList();
    boolean suspended = Boolean.TRUE.equals(job.getSpec().getSuspend());
    JobStatuses.suspended(job, suspended, timestamp());
    if (suspended) {
      JobStatuses.of(job).setStartTime(null);
      uncounted.remove(job.getMetadata().getUid());
      active.forEach(objects::delete);
      observe(job, List.of());
      return;
    }
    start(job);
    count(job, pods);
    decide(job, active);
  }

  private void start(Job job) {
    JobStatus status = JobStatuses.of(job);
    if (status.getStartTime() == null) {
      status.setStartTime(timestamp());
    }
    Long deadline = job.getSpec().getActiveDeadlineSeconds();
    if (deadline != null) {
      deadlines.computeIfAbsent(
          job.getMetadata().getUid(),
          uid -> after(Duration.ofSeconds(deadline), () -> overdue(job)));
    }
  }

  private void overdue(Job job) {
    Job current =
        objects.get(Job.class, job.getMetadata().getNamespace(), job.getMetadata().getName());
    if (current != null && !JobStatuses.isOver(current)) {
      fail(current, "DeadlineExceeded", "Job was active longer than specified deadline");
    }
  }

  private void decide(Job job, List<Pod> active) {
    JobSpec spec = job.getSpec();
    JobStatus status = JobStatuses.of(job);
    int succeeded = JobStatuses.number(status.getSucceeded(), 0);
    int parallelism = JobStatuses.number(spec.getParallelism(), 1);
    int failed = JobStatuses.number(status.getFailed(), 0);
    Integer completions = spec.getCompletions();
    boolean enough =
        completions == null ? succeeded > 0 && active.isEmpty() : succeeded >= completions;
    if (failed > JobStatuses.number(spec.getBackoffLimit(), 6)) {
      fail(job, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
    } else if (enough) {
      JobStatuses.complete(job, timestamp());
      objects.updateStatus(job);
    } else {
      int left = completions == null ? (succeeded > 0 ? 0 : parallelism) : completions - succeeded;
      int missing = Math.min(parallelism, left) - active.size();
      observe(job, active);
      if (!waiting.containsKey(job.getMetadata().getUid())) {
        for (int i = 0; i < missing; i++) {
          Pod pod = objects.create(Pods.from(spec.getTemplate(), job));
          uncounted
              .computeIfAbsent(job.getMetadata().getUid(), uid -> new LinkedHashSet<>())
              .add(pod.getMetadata().getUid());
        }
      }
    }
  }

  private void fail(Job job, String reason, String message) {
    JobStatuses.fail(job, reason, message, timestamp());
    objects.updateStatus(job);
    objects.ownedBy(Pod.class, job).stream().filter(Pods::isActive).forEach(objects::delete);
  }

  private void observe(Job job, List<Pod> active) {
    JobStatus status = JobStatuses.of(job);
    status.setActive(active.isEmpty() ? null : active.size());
    status.setReady((int) active.stream().filter(Pods::isReady).count());
    status.setTerminating(0);
    objects.updateStatus(job);
  }

  private void expire(Job job) {
    Integer ttl = job.getSpec().getTtlSecondsAfterFinished();
    if (ttl == null) {
      return;
    }
    String over =
        JobStatuses.of(job).getConditions().stream()
            .filter(c -> "Complete".equals(c.getType()) || "Failed".equals(c.getType()))
            .findFirst()
            .orElseThrow()
            .getLastTransitionTime();
    String uid = job.getMetadata().getUid();
    deadlines.computeIfAbsent(
        uid + "/ttl",
        key ->
            after(
                until(over, Duration.ofSeconds(ttl)),
                () -> {
                  deadlines.remove(key);
                  objects.delete(job);
                }));
  }
}
