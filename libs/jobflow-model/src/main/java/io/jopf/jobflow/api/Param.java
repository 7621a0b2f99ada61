package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * A named value.
 *
 * @param name the name, also of the environment variable
 * @param value the value, null for the empty one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Param(
    @Required @Size(max = 63) @Pattern("^[A-Za-z_][A-Za-z0-9_]*$") @Nullable String name,
    @Size(max = 4096) @Nullable String value) {}
