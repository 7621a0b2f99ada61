package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Optional;

/** Labels and annotations on the Jobs made here. */
public final class Marks {
  /** Label of every Job made here; what the operator watches Jobs by. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** Value of {@link #MANAGED_BY}. */
  public static final String OPERATOR = "jobflow-operator";

  /** {@link #MANAGED_BY} and its value as a label selector. */
  public static final String SELECTOR = MANAGED_BY + "=" + OPERATOR;

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

  private Marks() {}

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
}
