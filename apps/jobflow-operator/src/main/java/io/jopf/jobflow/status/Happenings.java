package io.jopf.jobflow.status;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.jopf.EventRecorder;
import io.jopf.flow.FlowState;
import io.jopf.flow.Reasons;
import io.jopf.flow.StepState;
import io.jopf.flow.StepStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened between what is stored and what is so now: each once, because then it is stored.
 */
public final class Happenings {
  /** Reasons for not running that need nobody's attention, or follow from another. */
  private static final Set<String> ORDINARY =
      Set.of(
          Reasons.READY,
          Reasons.WAITING_FOR_DEPENDENCIES,
          Reasons.WAITING_FOR_SLOT,
          Reasons.WAITING_FOR_STAGE,
          Reasons.QUEUED,
          Reasons.SUSPENDED,
          Reasons.LOST,
          Reasons.DEPENDENCY_BLOCKED,
          Reasons.DEPENDENCY_FAILED,
          Reasons.FLOW_FAILED,
          Reasons.DELETING,
          Reasons.INVALID_PLAN);

  /** One event. */
  record Happening(boolean warning, String reason, String message) {}

  private final List<Happening> all = new ArrayList<>();

  private Happenings() {}

  /** What is new. */
  public static Happenings between(Report before, Report after, List<Job> created) {
    Happenings found = new Happenings();
    created.forEach(found::created);
    if (after.extras().run() != before.extras().run()) {
      found.add(
          false,
          "Resubmitted",
          "run " + after.extras().run() + " begins; the one before ended " + before.state());
    }
    if (after.extras().risks() != null && !before.isAtRisk()) {
      after.extras().risks().forEach(risk -> found.add(true, risk.reason(), risk.message()));
    }
    Map<String, StepStatus> known = new HashMap<>();
    before.flow().steps().forEach(step -> known.put(step.name(), step));
    for (StepStatus step : after.flow().steps()) {
      found.step(known.get(step.name()), step);
    }
    if (!before.state().equals(after.state())) {
      found.state(after);
    }
    return found;
  }

  /** That a Job was created. */
  public static Happenings of(Job created) {
    Happenings found = new Happenings();
    found.created(created);
    return found;
  }

  private void created(Job job) {
    add(false, "Created", "created Job " + job.getMetadata().getName());
  }

  /** Records them. */
  public void tell(EventRecorder events) {
    for (Happening one : all) {
      if (one.warning) {
        events.warning(one.reason, one.message);
      } else {
        events.normal(one.reason, one.message);
      }
    }
  }

  List<Happening> all() {
    return List.copyOf(all);
  }

  private void step(@Nullable StepStatus before, StepStatus now) {
    String reason = Objects.requireNonNullElse(now.reason(), "");
    boolean same =
        before != null && before.state() == now.state() && reason.equals(before.reason());
    boolean attention =
        now.state() == StepState.FAILED
            || now.state() == StepState.RETRY_WAIT
            || now.state() == StepState.WAITING
            || now.state() == StepState.BLOCKED;
    if (!same && attention && now.state() == StepState.FAILED && reason.equals(Reasons.LOST)) {
      add(true, reason, now.name() + ": its job was deleted");
    } else if (!same && attention && !ORDINARY.contains(reason)) {
      add(
          !reason.equals(Reasons.WAITING_FOR_APPROVAL),
          reason,
          now.name() + ": " + Objects.requireNonNullElse(now.message(), reason));
    }
  }

  private void state(Report after) {
    FlowState state = after.flow().state();
    switch (state) {
      case SUCCEED, CANCELLED, SUSPENDED -> add(false, state.text(), after.flow().message());
      case FAILED -> add(true, state.text(), after.flow().message());
      default -> {}
    }
  }

  private void add(boolean warning, String reason, String message) {
    all.add(new Happening(warning, reason, message));
  }
}
