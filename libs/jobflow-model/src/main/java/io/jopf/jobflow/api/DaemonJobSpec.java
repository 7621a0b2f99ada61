package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted on every node: the spec of a job, and beside it what concerns them all. The fields
 * of the job keep their names and meaning, so the others have names that a job does not know.
 * Absent fields are null.
 */
@ValidationRule(value = "has(self.template)", message = "template is required")
@ValidationRule(
    value = "!has(self.selector) && (!has(self.manualSelector) || !self.manualSelector)",
    message = "selector and manualSelector must not be set: every node has a job of its own")
@ValidationRule(
    value =
        "!has(self.completionPolicy) || self.completionPolicy != 'Continuous'"
            + " || (!has(self.ttlSecondsAfterCompletion) && !has(self.completionDeadlineSeconds))",
    message =
        "completionPolicy Continuous never completes: neither ttlSecondsAfterCompletion nor"
            + " completionDeadlineSeconds can be set")
public class DaemonJobSpec extends RolloutSpec {
  /** At least one, as a number or as a part of all. */
  public static final String POSITIVE_PERCENTAGE = "^(100|[1-9][0-9]?)%$";

  /** A part of all, perhaps nothing. */
  public static final String PERCENTAGE = "^(100|[1-9]?[0-9])%$";

  @JsonPropertyDescription("What every job gets; what the template says itself wins.")
  private @Nullable GlobalParams globalParams;

  @Size(max = 32768)
  @JsonPropertyDescription("Names of nodes to leave out, separated by commas.")
  private @Nullable String excludeNodeList;

  @JsonPropertyDescription("Labels that nodes must have.")
  private @Nullable LabelSelector nodeSelector;

  @Size(max = 5000)
  @JsonPropertyDescription("Only these nodes. Default: all.")
  private @Nullable List<String> nodeNames;

  @Pattern("^(Ignore|Respect)$")
  @JsonPropertyDescription("Respect leaves out cordoned nodes and taints not tolerated.")
  private @Nullable String taintPolicy;

  @JsonPropertyDescription("Leaves out nodes while they are not ready.")
  private @Nullable Boolean onlyReadyNodes;

  @JsonPropertyDescription("Nodes at the same time, a number or a percentage. Default: 100%.")
  private @Nullable IntOrString maxConcurrentNodes;

  @JsonPropertyDescription("Nodes that may fail, a number or a percentage. Default: 0.")
  private @Nullable IntOrString maxFailedNodes;

  @JsonPropertyDescription("Nodes that must succeed before others begin. Default: 0.")
  private @Nullable IntOrString canaryNodes;

  @Pattern("^(FailFast|Continue|Pause)$")
  @JsonPropertyDescription("What happens when more failed. Default: FailFast.")
  private @Nullable String nodeFailurePolicy;

  @Pattern("^(WhenAllDone|Continuous)$")
  @JsonPropertyDescription("Continuous follows new nodes for ever. Default: WhenAllDone.")
  private @Nullable String completionPolicy;

  @JsonPropertyDescription("Another node of the same name runs it again. Default: false.")
  private @Nullable Boolean rerunOnNodeReplacement;

  @Min(0)
  @Max(604800)
  @JsonPropertyDescription("If positive, nodes run in batches with this pause between them.")
  private @Nullable Integer batchDelaySeconds;

  @Pattern("^(NodeName|Affinity)$")
  @JsonPropertyDescription("How pods get to their node: by its name, or through the scheduler.")
  private @Nullable String nodeBinding;

  @JsonPropertyDescription("When a node tries again.")
  private @Nullable RetryPolicy retry;

  @JsonPropertyDescription("No further node begins; what runs goes on.")
  private @Nullable Boolean paused;

  @Min(1)
  @JsonPropertyDescription("How long it may take in all, from its first job.")
  private @Nullable Long completionDeadlineSeconds;

  @Min(0)
  @JsonPropertyDescription("When it is deleted, with its jobs, after it has completed.")
  private @Nullable Long ttlSecondsAfterCompletion;

  /** What every job gets. */
  public @Nullable GlobalParams getGlobalParams() {
    return globalParams;
  }

  /** Sets globalParams. */
  public void setGlobalParams(@Nullable GlobalParams globalParams) {
    this.globalParams = globalParams;
  }

  /** Nodes to leave out, separated by commas. */
  public @Nullable String getExcludeNodeList() {
    return excludeNodeList;
  }

  /** Sets excludeNodeList. */
  public void setExcludeNodeList(@Nullable String excludeNodeList) {
    this.excludeNodeList = excludeNodeList;
  }

  /** Labels that nodes must have. */
  public @Nullable LabelSelector getNodeSelector() {
    return nodeSelector;
  }

  /** Sets nodeSelector. */
  public void setNodeSelector(@Nullable LabelSelector nodeSelector) {
    this.nodeSelector = nodeSelector;
  }

  /** The only nodes to run on. */
  public @Nullable List<String> getNodeNames() {
    return nodeNames;
  }

  /** Sets nodeNames. */
  public void setNodeNames(@Nullable List<String> nodeNames) {
    this.nodeNames = nodeNames;
  }

  /** Ignore, the default, or Respect. */
  public @Nullable String getTaintPolicy() {
    return taintPolicy;
  }

  /** Sets taintPolicy. */
  public void setTaintPolicy(@Nullable String taintPolicy) {
    this.taintPolicy = taintPolicy;
  }

  /** Whether nodes that are not ready are left out. */
  public @Nullable Boolean getOnlyReadyNodes() {
    return onlyReadyNodes;
  }

  /** Sets onlyReadyNodes. */
  public void setOnlyReadyNodes(@Nullable Boolean onlyReadyNodes) {
    this.onlyReadyNodes = onlyReadyNodes;
  }

  /** Nodes at the same time; by default all. */
  public @Nullable IntOrString getMaxConcurrentNodes() {
    return maxConcurrentNodes;
  }

  /** Sets maxConcurrentNodes. */
  public void setMaxConcurrentNodes(@Nullable IntOrString maxConcurrentNodes) {
    this.maxConcurrentNodes = maxConcurrentNodes;
  }

  /** Nodes that may fail; by default none. */
  public @Nullable IntOrString getMaxFailedNodes() {
    return maxFailedNodes;
  }

  /** Sets maxFailedNodes. */
  public void setMaxFailedNodes(@Nullable IntOrString maxFailedNodes) {
    this.maxFailedNodes = maxFailedNodes;
  }

  /** Nodes that must succeed before others begin; by default none. */
  public @Nullable IntOrString getCanaryNodes() {
    return canaryNodes;
  }

  /** Sets canaryNodes. */
  public void setCanaryNodes(@Nullable IntOrString canaryNodes) {
    this.canaryNodes = canaryNodes;
  }

  /** FailFast, the default, Continue or Pause. */
  public @Nullable String getNodeFailurePolicy() {
    return nodeFailurePolicy;
  }

  /** Sets nodeFailurePolicy. */
  public void setNodeFailurePolicy(@Nullable String nodeFailurePolicy) {
    this.nodeFailurePolicy = nodeFailurePolicy;
  }

  /** WhenAllDone, the default, or Continuous. */
  public @Nullable String getCompletionPolicy() {
    return completionPolicy;
  }

  /** Sets completionPolicy. */
  public void setCompletionPolicy(@Nullable String completionPolicy) {
    this.completionPolicy = completionPolicy;
  }

  /** Whether another node of an old name runs it again. */
  public @Nullable Boolean getRerunOnNodeReplacement() {
    return rerunOnNodeReplacement;
  }

  /** Sets rerunOnNodeReplacement. */
  public void setRerunOnNodeReplacement(@Nullable Boolean rerunOnNodeReplacement) {
    this.rerunOnNodeReplacement = rerunOnNodeReplacement;
  }

  /** The pause between batches; by default there are none. */
  public @Nullable Integer getBatchDelaySeconds() {
    return batchDelaySeconds;
  }

  /** Sets batchDelaySeconds. */
  public void setBatchDelaySeconds(@Nullable Integer batchDelaySeconds) {
    this.batchDelaySeconds = batchDelaySeconds;
  }

  /** NodeName, the default, or Affinity. */
  public @Nullable String getNodeBinding() {
    return nodeBinding;
  }

  /** Sets nodeBinding. */
  public void setNodeBinding(@Nullable String nodeBinding) {
    this.nodeBinding = nodeBinding;
  }

  /** When a node tries again; by default never. */
  public @Nullable RetryPolicy getRetry() {
    return retry;
  }

  /** Sets retry. */
  public void setRetry(@Nullable RetryPolicy retry) {
    this.retry = retry;
  }

  /** Whether no further node begins. */
  public @Nullable Boolean getPaused() {
    return paused;
  }

  /** Sets paused. */
  public void setPaused(@Nullable Boolean paused) {
    this.paused = paused;
  }

  /** How long it may take in all; by default for ever. */
  public @Nullable Long getCompletionDeadlineSeconds() {
    return completionDeadlineSeconds;
  }

  /** Sets completionDeadlineSeconds. */
  public void setCompletionDeadlineSeconds(@Nullable Long completionDeadlineSeconds) {
    this.completionDeadlineSeconds = completionDeadlineSeconds;
  }

  /** When it goes after its end; by default never. */
  public @Nullable Long getTtlSecondsAfterCompletion() {
    return ttlSecondsAfterCompletion;
  }

  /** Sets ttlSecondsAfterCompletion. */
  public void setTtlSecondsAfterCompletion(@Nullable Long ttlSecondsAfterCompletion) {
    this.ttlSecondsAfterCompletion = ttlSecondsAfterCompletion;
  }
}
