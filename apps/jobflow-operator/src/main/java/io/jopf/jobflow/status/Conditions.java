package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.jopf.flow.FlowState;
import io.jopf.flow.FlowStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code Complete} and {@code Failed}. Failed becomes true when the last job has ended, later than
 * the state, so that who waits for it finds nothing running.
 */
final class Conditions {

  private Conditions() {}

  static List<Condition> of(
      FlowStatus flow, @Nullable Long generation, List<Condition> before, Instant now) {
    boolean ended = flow.completed() != null;
    return List.of(
        condition(
            "Complete", ended && flow.state() == FlowState.SUCCEED, flow, generation, before, now),
        condition(
            "Failed", ended && flow.state() == FlowState.FAILED, flow, generation, before, now));
  }

  private static Condition condition(
      String type,
      boolean holds,
      FlowStatus flow,
      @Nullable Long generation,
      List<Condition> before,
      Instant now) {
    String status = holds ? "True" : "False";
    String since =
        before.stream()
            .filter(old -> type.equals(old.getType()) && status.equals(old.getStatus()))
            .map(Condition::getLastTransitionTime)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(now.toString());
    return new ConditionBuilder()
        .withType(type)
        .withStatus(status)
        .withReason(flow.reason())
        .withMessage(holds ? flow.message() : "")
        .withObservedGeneration(generation)
        .withLastTransitionTime(since)
        .build();
  }
}
