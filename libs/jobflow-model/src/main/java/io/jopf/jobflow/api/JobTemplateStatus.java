package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/**
 * Who uses a template.
 *
 * @param dependencyList names of the jobs made from it that exist now, sorted, the first 200
 * @param users how many jobs these are, listed or not
 */
public record JobTemplateStatus(
    @JsonPropertyDescription("Names of the jobs made from this template, at most 200.")
        List<String> dependencyList,
    @JsonPropertyDescription("How many jobs made from it exist now.") int users) {

  private static final int LISTED = 200;

  /**
   * With as many users as there are names.
   *
   * @param names all of them, sorted
   */
  public static JobTemplateStatus of(List<String> names) {
    return new JobTemplateStatus(names.subList(0, Math.min(names.size(), LISTED)), names.size());
  }
}
