package io.jopf.jobflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When to run what. Absent fields are null.
 *
 * @param schedules cron expressions of five fields, or nicknames such as {@code @daily}
 * @param timeZone IANA name of the zone they are read in; null for UTC
 * @param concurrencyPolicy Allow, Forbid or Replace; null for Allow with a flow and Forbid with a
 *     DaemonJob
 * @param startingDeadlineSeconds how late a run may start; null for any time before the next one
 * @param suspend no run starts; the times that pass meanwhile are passed over
 * @param successfulJobsHistoryLimit how many runs that succeeded are kept, null for 3
 * @param failedJobsHistoryLimit how many others that ended are kept, null for 1
 * @param jobFlowTemplate what each run is, unless a DaemonJob
 * @param daemonJobTemplate what each run is, unless a flow
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
    value = "has(self.jobFlowTemplate) != has(self.daemonJobTemplate)",
    message = "either jobFlowTemplate or daemonJobTemplate is required, and not both")
@ValidationRule(
    value = "self.schedules.all(s, !s.contains('TZ='))",
    message = "a schedule cannot name a time zone, timeZone does")
public record CronJobFlowSpec(
    @Required
        @Size(min = 1, max = 10)
        @JsonPropertyDescription(
            "When to run: cron expressions of five fields (minute, hour, day, month, weekday) or"
                + " @hourly, @daily, @weekly, @monthly, @yearly.")
        @Nullable List<String> schedules,
    @Size(max = 63)
        @JsonPropertyDescription("Zone of the schedules, as Europe/Berlin. Default: UTC.")
        @Nullable String timeZone,
    @Pattern("^(Allow|Forbid|Replace)$")
        @JsonPropertyDescription(
            "What happens while an earlier run goes on. Default: Allow, of a DaemonJob Forbid.")
        @Nullable String concurrencyPolicy,
    @Min(1)
        @JsonPropertyDescription("How late a run may start. Default: until the next one is due.")
        @Nullable Long startingDeadlineSeconds,
    @JsonPropertyDescription("No run starts; times that pass meanwhile are passed over.")
        @Nullable Boolean suspend,
    @Min(0) @Max(1000) @JsonPropertyDescription("Runs kept that succeeded. Default: 3.")
        @Nullable Integer successfulJobsHistoryLimit,
    @Min(0) @Max(1000) @JsonPropertyDescription("Runs kept that ended otherwise. Default: 1.")
        @Nullable Integer failedJobsHistoryLimit,
    @JsonPropertyDescription("The JobFlow of each run.") @Nullable JobFlowTemplate jobFlowTemplate,
    @JsonPropertyDescription("The DaemonJob of each run.")
        @Nullable DaemonJobTemplate daemonJobTemplate) {}
