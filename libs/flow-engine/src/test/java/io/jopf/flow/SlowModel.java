package io.jopf.flow;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules of one stage as plain recursive definitions, exponential and obvious; without fail
 * fast.
 */
final class SlowModel {

  /** Where a step stands. */
  enum Is {
    WAITING,
    READY,
    RUNNING,
    SUCCEEDED,
    FAILED,
    SKIPPED,
    LEFT_OUT,
    BLOCKED
  }

  private enum Answer {
    YES,
    NO,
    OPEN
  }

  private final RandomFlow flow;
  private final Map<String, Step> steps;

  SlowModel(RandomFlow flow) {
    this.flow = flow;
    this.steps = flow.steps().stream().collect(Collectors.toMap(Step::name, s -> s));
  }

  boolean blocked(String name) {
    List<String> needed = step(name).dependencies().stream().map(Dependency::step).toList();
    if (!steps.keySet().containsAll(needed)) {
      return true;
    }
    return step(name).trigger() == Trigger.ALL
        ? needed.stream().anyMatch(this::blocked)
        : !needed.isEmpty() && needed.stream().allMatch(this::blocked);
  }

  /**
   * Where a step stands.
   *
   * @param jobs what became of a step's jobs: READY if there is none yet
   */
  Is state(String name, Function<String, Is> jobs) {
    if (blocked(name)) {
      return Is.BLOCKED;
    }
    Step step = step(name);
    List<Answer> answers =
        step.dependencies().stream()
            .map(d -> answer(d.need(), step(d.step()), state(d.step(), jobs)))
            .toList();
    boolean all = step.trigger() == Trigger.ALL;
    boolean none = answers.isEmpty();
    if (all ? answers.contains(Answer.NO) : !none && answers.stream().allMatch(Answer.NO::equals)) {
      return Is.SKIPPED;
    }
    if (all ? answers.contains(Answer.OPEN) : !none && !answers.contains(Answer.YES)) {
      return Is.WAITING;
    }
    if (flow.leftOut().contains(name)) {
      return Is.LEFT_OUT;
    }
    return step.work() == Work.NOTHING ? Is.SUCCEEDED : jobs.apply(name);
  }

  private static Answer answer(Need need, Step other, Is is) {
    boolean started = is == Is.RUNNING || is == Is.SUCCEEDED || is == Is.FAILED;
    if (need == Need.RUNNING && started) {
      return Answer.YES;
    }
    boolean ended = started ? is != Is.RUNNING : is != Is.WAITING && is != Is.READY;
    if (!ended) {
      return Answer.OPEN;
    }
    boolean yes =
        switch (need) {
          case PASSED ->
              is == Is.SUCCEEDED || is == Is.LEFT_OUT || (is == Is.FAILED && other.ignoreFailure());
          case SUCCEEDED -> is == Is.SUCCEEDED;
          case FAILED -> is == Is.FAILED;
          case FINISHED -> is != Is.BLOCKED;
          case RUNNING -> false;
        };
    return yes ? Answer.YES : Answer.NO;
  }

  /** What every job that runs comes to in the end. */
  Is fate(String name) {
    return flow.failures().getOrDefault(name, 0) <= step(name).retry().limit()
        ? Is.SUCCEEDED
        : Is.FAILED;
  }

  /** Where a step stands in the end, in whatever order things happen. */
  Is end(String name) {
    return state(name, this::fate);
  }

  /** How the flow must end, also with fail fast. */
  FlowState end() {
    boolean bad =
        steps.keySet().stream()
            .filter(name -> step(name).stage() == Stage.MAIN)
            .anyMatch(
                name -> {
                  Is end = end(name);
                  return end == Is.BLOCKED || (end == Is.FAILED && !step(name).ignoreFailure());
                });
    return bad ? FlowState.FAILED : FlowState.SUCCEED;
  }

  private Step step(String name) {
    Step step = steps.get(name);
    if (step == null) {
      throw new IllegalArgumentException(name);
    }
    return step;
  }
}
