package io.jopf.jobflow.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.SchemaSwap;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimTemplate;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** The spec of a job that flows of the same namespace refer to. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@ShortNames("jt")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(
    name = "Users",
    jsonPath = ".status.users",
    type = AdditionalPrinterColumn.Type.INTEGER,
    priority = 1)
@AdditionalPrinterColumn(name = "Used-By", jsonPath = ".status.dependencyList", priority = 1)
@SchemaSwap(
    originalType = PodTemplateSpec.class,
    fieldName = "metadata",
    targetType = TemplateMetadata.class)
@SchemaSwap(
    originalType = PersistentVolumeClaimTemplate.class,
    fieldName = "metadata",
    targetType = TemplateMetadata.class)
@SchemaSwap(originalType = PodSpec.class, fieldName = "ephemeralContainers")
public final class JobTemplate extends CustomResource<JobTemplateSpec, JobTemplateStatus>
    implements Namespaced {

  @Override
  protected @Nullable JobTemplateSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable JobTemplateStatus initStatus() {
    return null;
  }
}
