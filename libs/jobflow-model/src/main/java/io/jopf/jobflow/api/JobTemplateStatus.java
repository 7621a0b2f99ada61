package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/**
 * Who uses a template.
 *
 * @param dependencyList names of the jobs made from it that exist now, sorted
 */
public record JobTemplateStatus(
    @JsonPropertyDescription("Names of the jobs made from this template that exist now.")
        List<String> dependencyList) {}
