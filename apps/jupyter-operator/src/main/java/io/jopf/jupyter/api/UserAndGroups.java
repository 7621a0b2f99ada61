package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * Numeric ids the notebook runs with, so that it can use the project's files.
 *
 * @param runAsUser default 1000; 0 is refused unless the administrator allows it
 * @param runAsGroup default 100
 * @param fsGroup default 100
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserAndGroups(
    @JsonPropertyDescription("User id; default 1000.") @Nullable Long runAsUser,
    @JsonPropertyDescription("Group id; default 100.") @Nullable Long runAsGroup,
    @JsonPropertyDescription("Group id of the volumes; default 100.") @Nullable Long fsGroup) {}
