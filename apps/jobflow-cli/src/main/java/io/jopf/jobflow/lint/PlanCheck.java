package io.jopf.jobflow.lint;

import io.jopf.flow.Dependency;
import io.jopf.flow.Need;
import io.jopf.flow.PlanProblem;
import io.jopf.flow.Step;
import io.jopf.flow.Trigger;
import io.jopf.jobflow.plan.FlowPlan;
import io.jopf.jobflow.plan.PlannedStep;
import io.jopf.jobflow.plan.UnknownDependency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with the plan of a flow: the words are admission's, the places are ours. */
final class PlanCheck {
  private static final Pattern WHEN = Pattern.compile("when of step (\\S+): .*", Pattern.DOTALL);
  private static final Pattern LOOP = Pattern.compile("step (\\S+) loops .*");

  private final Document document;
  private final StepPaths paths;
  private final FlowPlan plan;
  private final String base;
  private final Consumer<Finding> found;

  PlanCheck(
      Document document, String base, StepPaths paths, FlowPlan plan, Consumer<Finding> found) {
    this.document = document;
    this.base = base;
    this.paths = paths;
    this.plan = plan;
    this.found = found;
  }

  void check() {
    plan.plan().problems().forEach(this::problem);
    plan.steps()
        .filter(step -> step.saysNothing() && paths.of(step.name()).endsWith("rrorHandler"))
        .map(PlannedStep::name)
        .forEach(step -> error("invalid", paths.of(step), PlannedStep.saysNothing(step)));
    Set<String> direct = new HashSet<>();
    List<String> names = plan.plan().steps().stream().map(Step::name).toList();
    for (UnknownDependency one : UnknownDependency.of(plan)) {
      String written = written(one.step());
      if (direct.add(written + " " + one.unknown())) {
        String message = one.message() + Similar.hint(one.unknown(), names);
        warning("unknown-dependency", paths.dependency(written, one.unknown()), message);
      }
      direct.add(one.step());
    }
    for (Step step : plan.plan().steps()) {
      boolean other = plan.plan().isBlocked(step) && !blocked(step).equals(step.name());
      if (other && direct.add(step.name()) && direct.add(behind(step))) {
        String message = "step " + step.name() + " can never start: it needs " + blocked(step);
        warning("unreachable", behind(step), message);
      }
      contradiction(step);
    }
  }

  private void problem(PlanProblem problem) {
    List<String> steps = problem.steps();
    String path =
        switch (problem.kind()) {
          case NO_STEPS -> Document.child(base, "flows");
          case DUPLICATE_NAME -> paths.again(steps.get(0));
          case SELF_DEPENDENCY -> paths.dependency(written(steps.get(0)), steps.get(0));
          case NAME_OF_ATTEMPT -> paths.of(steps.get(0)) + ".name";
          case CYCLE -> paths.dependency(written(steps.get(0)), steps.get(1));
          case OTHER -> other(problem.message());
        };
    String rule = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    error(rule.equals("other") ? "invalid" : rule, path, problem.message());
  }

  private String other(String message) {
    Matcher when = WHEN.matcher(message);
    if (when.matches()) {
      return paths.of(when.group(1)) + ".when";
    }
    Matcher loop = LOOP.matcher(message);
    return loop.matches() ? paths.of(loop.group(1)) + ".forEach" : paths.of("");
  }

  /** The name under which a step stands in the file: that of its loop, if it is a turn of one. */
  private String written(String step) {
    PlannedStep planned = plan.step(step);
    return planned == null ? step : Optional.ofNullable(planned.flow().name()).orElse(step);
  }

  private String blocked(Step step) {
    return step.dependencies().stream()
        .map(Dependency::step)
        .filter(name -> plan.plan().steps().stream().anyMatch(s -> isBlocked(s, name)))
        .findFirst()
        .orElse("one that cannot");
  }

  private boolean isBlocked(Step step, String name) {
    return step.name().equals(name) && plan.plan().isBlocked(step);
  }

  private String behind(Step step) {
    return paths.dependency(written(step.name()), blocked(step));
  }

  /** Success and failure of the same step cannot both be waited for. */
  private void contradiction(Step step) {
    if (step.trigger() != Trigger.ALL) {
      return;
    }
    for (Dependency failure : step.dependencies()) {
      if (failure.need() == Need.FAILED
          && step.dependencies().stream().anyMatch(other -> isOpposite(other, failure.step()))) {
        String written = written(step.name());
        String both = failure.step() + " to succeed and to fail";
        String message = "step " + written + " can never start: it needs " + both;
        warning("unreachable", paths.dependency(written, failure.step()), message);
      }
    }
  }

  private boolean isOpposite(Dependency one, String failing) {
    boolean success =
        one.need() == Need.SUCCEEDED
            || (one.need() == Need.PASSED
                && plan.plan().steps().stream()
                    .noneMatch(step -> step.name().equals(failing) && step.ignoreFailure()));
    return success && one.step().equals(failing);
  }

  private void error(String rule, String path, String message) {
    found.accept(document.error(rule, document.at(path), path, message));
  }

  private void warning(String rule, String path, String message) {
    found.accept(document.warning(rule, document.at(path), path, message));
  }
}
