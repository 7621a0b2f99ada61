package io.jopf.jobflow.run;

import io.jopf.flow.Observed;
import io.jopf.flow.Start;
import io.jopf.jobflow.expression.ExpressionException;
import io.jopf.jobflow.job.Source;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.PlannedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the Jobs of a flow's steps from what a round has found out. For several threads. */
record Starter(FlowPlan plan, StepFacts facts, Sources sources, JobMaker jobs) {

  /** Makes the Job of an attempt, or tells why that is not possible. */
  Made make(Start start) {
    PlannedStep step = Objects.requireNonNull(plan.step(start.step()), start.step());
    List<Observed> missing = new ArrayList<>();
    Optional<Source> source = sources.of(step.flow(), missing::add);
    if (source.isEmpty()) {
      return missing.isEmpty()
          ? Made.without(
              start.step(), Observed.refused("NoTemplate", "there is nothing to make it from"))
          : Made.without(start.step(), missing.get(0));
    }
    try {
      return jobs.make(start.step(), facts.job(step, start.attempt(), source.get()));
    } catch (ExpressionException e) {
      return Made.without(start.step(), Observed.refused("MissingValue", facts.why(e)));
    }
  }
}
