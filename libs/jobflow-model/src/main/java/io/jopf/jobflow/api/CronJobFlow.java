package io.jopf.jobflow.api;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.SchemaSwap;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimTemplate;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** A flow, or a job on every node, that runs at certain times. */
@Group(Api.GROUP)
@Version(Api.VERSION)
@Plural("cronjobflows")
@ShortNames("cjf")
@AdditionalPrinterColumn(name = "Schedules", jsonPath = ".spec.schedules")
@AdditionalPrinterColumn(name = "Time Zone", jsonPath = ".spec.timeZone", priority = 1)
@AdditionalPrinterColumn(
    name = "Suspend",
    jsonPath = ".spec.suspend",
    type = AdditionalPrinterColumn.Type.BOOLEAN)
@AdditionalPrinterColumn(
    name = "Active",
    jsonPath = ".status.activeCount",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "Last Schedule",
    jsonPath = ".status.lastScheduleTime",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Next", jsonPath = ".status.nextScheduleTime", priority = 1)
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
public final class CronJobFlow extends CustomResource<CronJobFlowSpec, CronJobFlowStatus>
    implements Namespaced {

  @Override
  protected @Nullable CronJobFlowSpec initSpec() {
    return null;
  }

  @Override
  protected @Nullable CronJobFlowStatus initStatus() {
    return null;
  }
}
