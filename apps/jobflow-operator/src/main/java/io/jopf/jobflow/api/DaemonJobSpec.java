package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import org.jspecify.annotations.Nullable;

/** What is wanted on every node: the spec of a job, and beside it what concerns them all. */
@ValidationRule(value = "has(self.template)", message = "template is required")
public class DaemonJobSpec extends JobSpec {
  @JsonPropertyDescription("What every job gets; what the template says itself wins.")
  private @Nullable GlobalParams globalParams;

  @Size(max = 32768)
  @JsonPropertyDescription("Names of nodes to leave out, separated by commas.")
  private @Nullable String excludeNodeList;

  /** What every job gets; null if nothing. */
  public @Nullable GlobalParams getGlobalParams() {
    return globalParams;
  }

  /** Sets what every job gets. */
  public void setGlobalParams(@Nullable GlobalParams globalParams) {
    this.globalParams = globalParams;
  }

  /** Nodes to leave out, separated by commas; null for none. */
  public @Nullable String getExcludeNodeList() {
    return excludeNodeList;
  }

  /** Sets the nodes to leave out. */
  public void setExcludeNodeList(@Nullable String excludeNodeList) {
    this.excludeNodeList = excludeNodeList;
  }
}
