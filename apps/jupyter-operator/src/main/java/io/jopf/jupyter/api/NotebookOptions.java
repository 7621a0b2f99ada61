package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * Options of the user interface.
 *
 * @param userInterface {@code lab} (default) or {@code classic}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotebookOptions(
    @JsonProperty("interface") @JsonPropertyDescription("lab (default) or classic.")
        @Nullable String userInterface) {}
