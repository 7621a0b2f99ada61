package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Labels and annotations on the Jobs made here. */
public final class Marks {
  /** Label of every Job made here; what the operator watches Jobs by. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** Value of {@link #MANAGED_BY}. */
  public static final String OPERATOR = "jobflow-operator";

  /** {@link #MANAGED_BY} and its value as a label selector. */
  public static final String SELECTOR = MANAGED_BY + "=" + OPERATOR;

  /** What is not kept of Jobs in memory: most of each of them. */
  public static final String OMITTED = "spec.template";

  /** Label on Jobs and pods: UID of the JobFlow. */
  public static final String FLOW_UID = "api.practice.com/flow-uid";

  /** Label on Jobs and pods: UID of the DaemonJob. */
  public static final String DAEMON_JOB_UID = "api.practice.com/daemonjob-uid";

  /** Annotation of a Job: name of the JobFlow. */
  public static final String FLOW = "api.practice.com/flow";

  /** Annotation of a Job: name of the step; as label too where it is a legal one. */
  public static final String STEP = "api.practice.com/step";

  /** Annotation of a Job: name of the DaemonJob. */
  public static final String DAEMON_JOB = "api.practice.com/daemonjob";

  /** Annotation of a Job: name of the node. */
  public static final String NODE = "api.practice.com/node";

  /** Annotation of a Job made from a JobTemplate: {@code <namespace>.<template>}. */
  public static final String TEMPLATE = "createByJobTemplate";

  /** Annotation of a Job: seconds to live after its end, put on it when its outcome is stored. */
  static final String TIME_TO_LIVE = "api.practice.com/ttl-seconds-after-finished";

  /** Label and annotation of a Job: which attempt of its step it is. */
  public static final String ATTEMPT = "api.practice.com/attempt";

  /** Annotation of a Job: which run of its flow made it; without it, the first one. */
  private static final String RUN = "api.practice.com/run";

  /** Annotation of a Job that the operator suspended, and may resume. */
  public static final String SUSPENDED = "api.practice.com/suspended";

  /** Annotation of a JobFlow: how it is to end before its time. */
  public static final String STOP = "api.practice.com/stop";

  /** Annotation of a JobFlow or DaemonJob: a new value runs again what failed. */
  public static final String RETRY = "api.practice.com/retry";

  /** Annotation of a JobFlow: a new value runs all of it again. */
  public static final String RESUBMIT = "api.practice.com/resubmit";

  /** Annotation of a DaemonJob: a new value goes on although too many nodes failed. */
  public static final String RESUME = "api.practice.com/resume";

  /** Annotation of a JobFlow: steps that may go on, separated by commas. */
  public static final String APPROVE = "api.practice.com/approve";

  /** Annotation of a JobFlow: steps that may not, separated by commas. */
  public static final String REJECT = "api.practice.com/reject";

  /** Label of a JobFlow, handed on to its Jobs: the queue of Kueue they wait in. */
  static final String QUEUE = "kueue.x-k8s.io/queue-name";

  /** Annotation of a run of a CronJobFlow: the time it was started for, RFC 3339 in UTC. */
  public static final String SCHEDULED = "api.practice.com/scheduled-time";

  /** Label of a run of a CronJobFlow: the name of that. */
  public static final String SCHEDULE = "api.practice.com/cronjobflow";

  private Marks() {}

  /** Which attempt of its step a Job is, from 1. */
  public static int attempt(HasMetadata job) {
    return number(job, ATTEMPT);
  }

  /** Which run of its flow made a Job, from 1. */
  public static int run(HasMetadata job) {
    return number(job, RUN);
  }

  /** Notes which run of its flow makes a Job. */
  public static void putRun(Job job, int run) {
    if (run > 1) {
      job.getMetadata().getAnnotations().put(RUN, Integer.toString(run));
    }
  }

  private static int number(HasMetadata job, String annotation) {
    Map<String, String> annotations = job.getMetadata().getAnnotations();
    String text = annotations == null ? null : annotations.get(annotation);
    return text != null && text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 1;
  }

  /** Whether the operator suspended the Job. */
  public static boolean suspended(Job job) {
    Map<String, String> annotations = job.getMetadata().getAnnotations();
    return annotations != null && "true".equals(annotations.get(SUSPENDED));
  }

  /** Seconds that a Job wants to live after its end; empty: for ever. */
  public static Optional<Integer> timeToLive(Job job) {
    Map<String, String> annotations = job.getMetadata().getAnnotations();
    String text = annotations == null ? null : annotations.get(TIME_TO_LIVE);
    return Optional.ofNullable(text).filter(t -> t.matches("[0-9]{1,9}")).map(Integer::valueOf);
  }

  /** Value of {@link #TEMPLATE}; a namespace has no dot, so the first one parts the two. */
  public static String template(String namespace, String name) {
    return namespace + "." + name;
  }

  /** The names of a list with commas; none for null. */
  public static Set<String> names(@Nullable String list) {
    return list == null
        ? Set.of()
        : Arrays.stream(list.split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
  }
}
