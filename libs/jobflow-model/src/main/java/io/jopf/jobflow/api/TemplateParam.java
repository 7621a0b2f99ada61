package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input of a template.
 *
 * @param name known as {@code ${params.<name>}} in the template
 * @param value what holds where a step says nothing; null if there is nothing
 * @param required whether a step has to give it where there is no default
 * @param allowed the values it may have, null for any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateParam(
    @Required @Size(max = 63) @Pattern("^[A-Za-z_][A-Za-z0-9_]*$") @Nullable String name,
    @JsonProperty("default") @Size(max = 4096) @Nullable String value,
    @JsonPropertyDescription("Whether a step has to give it.") @Nullable Boolean required,
    @JsonProperty("enum") @Size(max = 256) @JsonPropertyDescription("The values it may have.")
        @Nullable List<String> allowed) {}
