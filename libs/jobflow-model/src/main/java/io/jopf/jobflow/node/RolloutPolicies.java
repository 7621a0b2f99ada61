package io.jopf.jobflow.node;

import io.jopf.flow.rollout.OnFailure;
import io.jopf.flow.rollout.RolloutPolicy;
import io.jopf.flow.rollout.Share;
import io.jopf.flow.rollout.Zones;
import io.jopf.jobflow.api.DaemonJobSpec;
import io.jopf.jobflow.plan.Retries;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how a DaemonJob goes over its nodes. */
public final class RolloutPolicies {

  private RolloutPolicies() {}

  /** What the spec says; without one, the usual. */
  public static RolloutPolicy of(@Nullable DaemonJobSpec spec) {
    if (spec == null) {
      return RolloutPolicy.plain();
    }
    OnFailure onFailure =
        switch (Objects.requireNonNullElse(spec.getNodeFailurePolicy(), "FailFast")) {
          case "Continue" -> OnFailure.CONTINUE;
          case "Pause" -> OnFailure.PAUSE;
          default -> OnFailure.FAIL_FAST;
        };
    return new RolloutPolicy(
        Shares.of(spec.getMaxConcurrentNodes(), Share.all()),
        Shares.of(spec.getMaxFailedNodes(), Share.of(0)),
        Shares.of(spec.getCanaryNodes(), Share.of(0)),
        onFailure,
        Duration.ofSeconds(Math.max(0, Objects.requireNonNullElse(spec.getBatchDelaySeconds(), 0))),
        "Continuous".equals(spec.getCompletionPolicy()),
        Boolean.TRUE.equals(spec.getRerunOnNodeReplacement()),
        Retries.of(spec.getRetry(), null),
        zones(spec),
        spec.getCompletionDeadlineSeconds() == null
            ? null
            : Duration.ofSeconds(spec.getCompletionDeadlineSeconds()));
  }

  private static Zones zones(DaemonJobSpec spec) {
    if (spec.getTopologyKey() == null) {
      return Zones.ANY;
    }
    return "OneByOne".equals(spec.getTopologyPolicy()) ? Zones.ONE_BY_ONE : Zones.SPREAD;
  }
}
