package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a schedule stands. Times are RFC 3339 in UTC with seconds.
 *
 * @param active names of the runs that go on
 * @param activeCount how many those are
 * @param lastScheduleTime the time whose run was started last, null before the first
 * @param lastSkippedTime up to when times without a run are passed over, null for none
 * @param lastSuccessfulTime when a run succeeded last, null before
 * @param nextScheduleTime when the next run is due, null for never
 * @param message what keeps it from running, null if nothing does
 * @param observedGeneration the generation of the spec the rest speaks of
 * @param conditions {@code Ready}, and {@code Stalled} and {@code Suspended} once they were true
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CronJobFlowStatus(
    @JsonPropertyDescription("The runs that go on.") @Nullable List<String> active,
    @JsonPropertyDescription("How many runs go on.") @Nullable Integer activeCount,
    @JsonPropertyDescription("The time whose run was started last.")
        @Nullable String lastScheduleTime,
    @JsonPropertyDescription("Times without a run are passed over up to this one.")
        @Nullable String lastSkippedTime,
    @JsonPropertyDescription("When a run succeeded last.") @Nullable String lastSuccessfulTime,
    @JsonPropertyDescription("When the next run is due.") @Nullable String nextScheduleTime,
    @JsonPropertyDescription("What keeps it from running.") @Nullable String message,
    @JsonPropertyDescription("The generation of the spec that the rest speaks of.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription("Ready, Stalled, Suspended.") @Nullable List<Condition> conditions) {

  /** That of a schedule nobody has looked at. */
  public static CronJobFlowStatus none() {
    return new CronJobFlowStatus(null, null, null, null, null, null, null, null, null);
  }
}
