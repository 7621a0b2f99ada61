package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is observed.
 *
 * @param jupyter the part the Data Manager reads; absent until the notebook's objects exist
 * @param conditions {@code Accepted}, {@code ResourcesReady}, {@code Available}, {@code Stopped}
 *     and, where it is so, {@code OriginalPod}
 * @param observedGeneration the generation of the spec the rest speaks of
 * @param phase the conditions in the one word that a Data Manager shows
 * @param restart the last request to begin anew that was answered; absent if there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record JupyterNotebookStatus(
    @Nullable JupyterStatus jupyter,
    @JsonPropertyDescription("Accepted, ResourcesReady, Available and Stopped.")
        @Nullable List<Condition> conditions,
    @JsonPropertyDescription("The generation of the spec the status speaks of.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("What a Data Manager shows, such as RUNNING or IMAGE_PULL_BACKOFF.")
        @Nullable String phase,
    @JsonPropertyDescription(
            "The value of the annotation squonk.it/restart that was answered last.")
        @Nullable String restart) {

  /** Without a phase or a request. */
  public JupyterNotebookStatus(
      @Nullable JupyterStatus jupyter,
      @Nullable List<Condition> conditions,
      @Nullable Long observedGeneration) {
    this(jupyter, conditions, observedGeneration, null, null);
  }
}
