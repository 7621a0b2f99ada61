package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When and in what order nodes have their turn, and what tells afterwards that they had it. Absent
 * fields are null.
 */
public abstract class RolloutSpec extends JobSpec {
  @Size(max = 317)
  @JsonPropertyDescription("Label of nodes that says in which zone they are.")
  private @Nullable String topologyKey;

  @Pattern("^(Spread|OneByOne)$")
  @JsonPropertyDescription("Zones in turns, or one after the other. Default: Spread.")
  private @Nullable String topologyPolicy;

  @Size(max = 10)
  @JsonPropertyDescription("When nodes may begin. Default: at any time.")
  private @Nullable List<MaintenanceWindow> maintenanceWindows;

  @Size(max = 64)
  @JsonPropertyDescription("Of maintenanceWindows, such as Europe/Berlin. Default: UTC.")
  private @Nullable String timeZone;

  @JsonPropertyDescription("Labels put on nodes where it succeeded, if the operator may.")
  private @Nullable Map<String, String> nodeLabels;

  /** The label of nodes that says in which zone they are; by default zones do not matter. */
  public @Nullable String getTopologyKey() {
    return topologyKey;
  }

  /** Sets topologyKey. */
  public void setTopologyKey(@Nullable String topologyKey) {
    this.topologyKey = topologyKey;
  }

  /** Spread, the default, or OneByOne. */
  public @Nullable String getTopologyPolicy() {
    return topologyPolicy;
  }

  /** Sets topologyPolicy. */
  public void setTopologyPolicy(@Nullable String topologyPolicy) {
    this.topologyPolicy = topologyPolicy;
  }

  /** When nodes may begin; by default at any time. */
  public @Nullable List<MaintenanceWindow> getMaintenanceWindows() {
    return maintenanceWindows;
  }

  /** Sets maintenanceWindows. */
  public void setMaintenanceWindows(@Nullable List<MaintenanceWindow> maintenanceWindows) {
    this.maintenanceWindows = maintenanceWindows;
  }

  /** The time zone of the windows, an IANA name; by default UTC. */
  public @Nullable String getTimeZone() {
    return timeZone;
  }

  /** Sets timeZone. */
  public void setTimeZone(@Nullable String timeZone) {
    this.timeZone = timeZone;
  }

  /** Labels put on nodes where it succeeded, none of Kubernetes' own; by default none. */
  public @Nullable Map<String, String> getNodeLabels() {
    return nodeLabels;
  }

  /** Sets nodeLabels. */
  public void setNodeLabels(@Nullable Map<String, String> nodeLabels) {
    this.nodeLabels = nodeLabels;
  }
}
