package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every run of a schedule carries.
 *
 * @param labels null for none
 * @param annotations null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunMetadata(
    @Nullable Map<String, String> labels, @Nullable Map<String, String> annotations)
    implements Serializable {}
