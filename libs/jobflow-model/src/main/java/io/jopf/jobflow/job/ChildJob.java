package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.flow.JobName;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.GlobalParams;
import io.jopf.jobflow.api.JobFlow;
import io.jopf.jobflow.expression.ExpressionException;
import io.jopf.jobflow.plan.PlannedStep;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the Job of a step or of a node, without owner. */
public final class ChildJob {
  private static final Pattern LABEL_VALUE =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

  private ChildJob() {}

  /**
   * The Job of an attempt of a step of a flow.
   *
   * @throws ExpressionException if a value it refers to is missing
   */
  public static Job ofStep(
      JobFlow flow, PlannedStep step, int attempt, Source from, StepValues values) {
    ObjectMeta owner = flow.getMetadata();
    Flow written = step.flow();
    StepValues own = values.with(written, from.params());
    JobSpec source = Filling.of(from, written, own.names());
    JobSpec spec = PlainSpec.of(source);
    Globals globals = new Globals(flow.getSpec().globalParams());
    globals.addTo(spec.getTemplate());
    Globals.addEnv(spec.getTemplate(), own.env());
    globals.addNodeTo(spec.getTemplate(), NodeBinding.of(flow.getSpec().nodeBinding()));
    SharedVolumes.add(
        spec.getTemplate().getSpec(), flow.getSpec().shareVolumes(), written.shareVolumeMounts());
    limit(spec, written.timeoutSeconds());

    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put(Marks.FLOW, owner.getName());
    annotations.put(Marks.STEP, step.name());
    if (from.template() != null) {
      annotations.put(Marks.TEMPLATE, Marks.template(owner.getNamespace(), from.template()));
    }
    Map<String, String> labels = labels(Marks.FLOW_UID, owner);
    if (LABEL_VALUE.matcher(step.name()).matches()) {
      labels.put(Marks.STEP, step.name());
    }
    count(attempt, labels, annotations);
    String queue = owner.getLabels() == null ? null : owner.getLabels().get(Marks.QUEUE);
    if (queue != null) {
      labels.put(Marks.QUEUE, queue);
    }
    keepTimeToLive(source, annotations);
    String name = name(owner, JobName.attempt(step.name(), attempt), spec);
    return job(name, globals, labels, annotations, spec);
  }

  /** Binds a Job's pods to a node, through the scheduler, unless they name one themselves. */
  public static void bind(Job job, String node) {
    PodSpec pod = job.getSpec().getTemplate().getSpec();
    if (pod.getNodeName() == null) {
      NodeBinding.AFFINITY.bind(pod, node);
    }
  }

  private static void limit(JobSpec spec, @Nullable Long seconds) {
    Long own = spec.getActiveDeadlineSeconds();
    if (seconds != null && (own == null || seconds < own)) {
      spec.setActiveDeadlineSeconds(seconds);
    }
  }

  /** The Job of an attempt on a node, bound to it. */
  public static Job ofNode(DaemonJob daemonJob, String node, int attempt) {
    ObjectMeta owner = daemonJob.getMetadata();
    JobSpec spec = PlainSpec.of(daemonJob.getSpec());
    GlobalParams params = daemonJob.getSpec().getGlobalParams();
    Globals globals = new Globals(params);
    globals.addTo(spec.getTemplate());
    NodeBinding.of(daemonJob.getSpec().getNodeBinding()).bind(spec.getTemplate().getSpec(), node);

    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put(Marks.DAEMON_JOB, owner.getName());
    annotations.put(Marks.NODE, node);
    keepTimeToLive(daemonJob.getSpec(), annotations);
    Map<String, String> labels = labels(Marks.DAEMON_JOB_UID, owner);
    count(attempt, labels, annotations);
    if (Boolean.TRUE.equals(spec.getSuspend())) {
      annotations.put(Marks.SUSPENDED, "true");
    }
    String name = name(owner, JobName.attempt(node, attempt), spec);
    return job(name, globals, labels, annotations, spec);
  }

  private static void count(
      int attempt, Map<String, String> labels, Map<String, String> annotations) {
    if (attempt > 1) {
      annotations.put(Marks.ATTEMPT, Integer.toString(attempt));
      labels.put(Marks.ATTEMPT, Integer.toString(attempt));
    }
  }

  private static void keepTimeToLive(JobSpec written, Map<String, String> annotations) {
    if (written.getTtlSecondsAfterFinished() != null) {
      annotations.put(Marks.TIME_TO_LIVE, written.getTtlSecondsAfterFinished().toString());
    }
  }

  private static String name(ObjectMeta owner, String child, JobSpec spec) {
    return "Indexed".equals(spec.getCompletionMode())
        ? JobName.ofIndexed(
            owner.getName(), child, Objects.requireNonNullElse(spec.getCompletions(), 1))
        : JobName.of(owner.getName(), child);
  }

  private static Map<String, String> labels(String uidLabel, ObjectMeta owner) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(Marks.MANAGED_BY, Marks.OPERATOR);
    labels.put(uidLabel, owner.getUid());
    return labels;
  }

  private static Job job(
      String name,
      Globals globals,
      Map<String, String> labels,
      Map<String, String> annotations,
      JobSpec spec) {
    PodTemplateSpec template = spec.getTemplate();
    template.getMetadata().setLabels(Globals.merged(template.getMetadata().getLabels(), labels));
    // our own marks last: the operator finds its Jobs by them
    ObjectMeta metadata = new ObjectMeta();
    metadata.setName(name);
    metadata.setLabels(Globals.merged(globals.labels(), labels));
    metadata.setAnnotations(Globals.merged(globals.annotations(), annotations));
    // no builder: it would copy the spec, which is a copy already
    Job job = new Job();
    job.setMetadata(metadata);
    job.setSpec(spec);
    return job;
  }
}
