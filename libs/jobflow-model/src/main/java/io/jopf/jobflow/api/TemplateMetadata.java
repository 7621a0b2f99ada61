package io.jopf.jobflow.api;

import io.fabric8.generator.annotation.Nullable;
import java.util.List;
import java.util.Map;

/**
 * What a pod template may say about its pods' metadata. Only for the schema: the server-made fields
 * of full metadata make no sense there.
 *
 * @param creationTimestamp null, as many tools write it
 */
record TemplateMetadata(
    String name,
    String generateName,
    String namespace,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<String> finalizers,
    @Nullable String creationTimestamp) {}
