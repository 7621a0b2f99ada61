package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/**
 * Who uses a template.
 *
 * @param dependencyList names of the jobs made from it that exist now, sorted
 * @param users how many these are
 */
public record JobTemplateStatus(
    @JsonPropertyDescription("Names of the jobs made from this template that exist now.")
        List<String> dependencyList,
    @JsonPropertyDescription("How many these are.") int users) {

  /** With as many users as there are names. */
  public static JobTemplateStatus of(List<String> names) {
    return new JobTemplateStatus(names, names.size());
  }
}
