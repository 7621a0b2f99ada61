package io.jopf.jobflow.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalSelectableField;
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

/** Jobs that run in the order of their dependencies. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@ShortNames("jf")
@AdditionalSelectableField(jsonPath = ".status.state")
@AdditionalPrinterColumn(name = "Status", jsonPath = ".status.state")
@AdditionalPrinterColumn(name = "Progress", jsonPath = ".status.progress", priority = 1)
@AdditionalPrinterColumn(
    name = "Running",
    jsonPath = ".status.counts.running",
    type = AdditionalPrinterColumn.Type.INTEGER,
    priority = 1)
@AdditionalPrinterColumn(
    name = "Failed",
    jsonPath = ".status.counts.failed",
    type = AdditionalPrinterColumn.Type.INTEGER,
    priority = 1)
@AdditionalPrinterColumn(
    name = "Completed",
    jsonPath = ".status.completionTime",
    type = AdditionalPrinterColumn.Type.DATE,
    priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = ".status.message", priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@SchemaSwap(
    originalType = PodTemplateSpec.class,
    fieldName = "metadata",
    targetType = TemplateMetadata.class)
@SchemaSwap(
    originalType = PersistentVolumeClaimTemplate.class,
    fieldName = "metadata",
    targetType = TemplateMetadata.class)
@SchemaSwap(originalType = PodSpec.class, fieldName = "ephemeralContainers")
public final class JobFlow extends CustomResource<JobFlowSpec, JobFlowStatus>
    implements Namespaced {

  @Override
  protected @Nullable JobFlowSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable JobFlowStatus initStatus() {
    return null;
  }
}
