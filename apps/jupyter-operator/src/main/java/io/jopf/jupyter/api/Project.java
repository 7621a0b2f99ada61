package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * The files a notebook works on. Both values are needed before a notebook can run.
 *
 * @param claimName the volume claim that holds all projects, in the notebook's namespace
 * @param id the project, and its directory inside the volume
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Project(
    @JsonPropertyDescription("Volume claim that holds the project.") @Nullable String claimName,
    @JsonPropertyDescription("Project, and its directory in the volume.") @Nullable String id) {}
