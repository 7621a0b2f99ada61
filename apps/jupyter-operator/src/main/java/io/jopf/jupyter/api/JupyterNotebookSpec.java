package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted.
 *
 * @param imDataManager the settings as the Data Manager writes them
 * @param imDataManagerExtras what a Data Manager may say beside it; kept, and of no effect
 * @param securityContext used for what {@code imDataManager.securityContext} leaves out
 * @param project used for what {@code imDataManager.project} leaves out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JupyterNotebookSpec(
    @JsonPropertyDescription("The settings as the Data Manager writes them.")
        @Nullable ImDataManager imDataManager,
    @JsonPropertyDescription("What a Data Manager may say beside it; has no effect.")
        @Nullable Map<String, Object> imDataManagerExtras,
    @JsonPropertyDescription("User and groups where imDataManager.securityContext has none.")
        @Nullable UserAndGroups securityContext,
    @JsonPropertyDescription("The project where imDataManager.project has none.")
        @Nullable Project project) {}
