package io.jopf.jupyter.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The values in effect, defaults included.
 *
 * @param notebook how to open the notebook
 * @param image container image
 * @param serviceAccountName of the Pod
 * @param resources of the container
 * @param project the files it works on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record JupyterStatus(
    @Nullable NotebookAccess notebook,
    @Nullable String image,
    @Nullable String serviceAccountName,
    @Nullable Resources resources,
    @Nullable Project project) {}
