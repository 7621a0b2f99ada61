package io.jopf.jobflow.job;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.jopf.flow.JobName;
import io.jopf.jobflow.api.DaemonJob;
import io.jopf.jobflow.api.Flow;
import io.jopf.jobflow.api.GlobalParams;
import io.jopf.jobflow.api.JobFlow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Makes the Job of a step or of a node, without owner. */
public final class ChildJob {
  private static final Pattern LABEL_VALUE =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

  private ChildJob() {}

  /** The Job of a step of a flow. */
  public static Job ofStep(JobFlow flow, Flow step, Source source) {
    String name = Objects.requireNonNull(step.name(), "a step has a name");
    ObjectMeta owner = flow.getMetadata();
    JobSpec spec = PlainSpec.of(source.spec());
    Globals globals = new Globals(flow.getSpec().globalParams());
    globals.addTo(spec.getTemplate());
    globals.addNodeTo(spec.getTemplate());
    SharedVolumes.add(
        spec.getTemplate().getSpec(), flow.getSpec().shareVolumes(), step.shareVolumeMounts());

    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put(Marks.FLOW, owner.getName());
    annotations.put(Marks.STEP, name);
    if (source.template() != null) {
      annotations.put(Marks.TEMPLATE, Marks.template(owner.getNamespace(), source.template()));
    }
    Map<String, String> labels = labels(Marks.FLOW_UID, owner);
    if (LABEL_VALUE.matcher(name).matches()) {
      labels.put(Marks.STEP, name);
    }
    keepTimeToLive(source.spec(), annotations);
    return job(name(owner, name, spec), globals, labels, annotations, spec);
  }

  /** The Job of a node, bound to it. */
  public static Job ofNode(DaemonJob daemonJob, String node) {
    ObjectMeta owner = daemonJob.getMetadata();
    JobSpec spec = PlainSpec.of(daemonJob.getSpec());
    GlobalParams params = daemonJob.getSpec().getGlobalParams();
    Globals globals = new Globals(params);
    globals.addTo(spec.getTemplate());
    spec.getTemplate().getSpec().setNodeName(node);

    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put(Marks.DAEMON_JOB, owner.getName());
    annotations.put(Marks.NODE, node);
    keepTimeToLive(daemonJob.getSpec(), annotations);
    Map<String, String> labels = labels(Marks.DAEMON_JOB_UID, owner);
    return job(name(owner, node, spec), globals, labels, annotations, spec);
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
    return new JobBuilder()
        .withNewMetadata()
        .withName(name)
        .withLabels(Globals.merged(globals.labels(), labels))
        .withAnnotations(Globals.merged(globals.annotations(), annotations))
        .endMetadata()
        .withSpec(spec)
        .build();
  }
}
