package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void a_sound_plan_has_no_problems_and_puts_dependencies_first() {
    Plan plan = Plan.of(List.of(Step.of("c", "b", "a"), Step.of("b", "a"), Step.of("a")));

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.graph().order()).containsExactly(2, 1, 0);
    assertThat(plan.steps()).extracting(Step::name).containsExactly("c", "b", "a");
  }

  @Test
  void a_cycle_is_named_with_its_path_and_without_the_steps_before_and_behind_it() {
    Plan plan =
        Plan.of(
            List.of(
                Step.of("root"),
                Step.of("x", "root", "z"),
                Step.of("y", "x"),
                Step.of("z", "y"),
                Step.of("behind", "z")));

    assertThat(plan.problems()).hasSize(1);
    PlanProblem problem = plan.problems().get(0);
    assertThat(problem.kind()).isEqualTo(PlanProblem.Kind.CYCLE);
    assertThat(problem.message())
        .isEqualTo("steps depend on each other in a cycle: x -> z -> y -> x");
  }

  @Test
  void duplicates_and_self_dependencies_are_each_named_once() {
    Plan plan =
        Plan.of(List.of(Step.of("a"), Step.of("a"), Step.of("a"), Step.of("b", "b"), Step.of("c")));

    assertThat(plan.problems())
        .extracting(PlanProblem::message)
        .containsExactlyInAnyOrder(
            "step name a is used more than once", "step b depends on itself");
  }

  @Test
  void an_empty_plan_is_a_problem_rather_than_a_silent_success() {
    assertThat(Plan.of(List.of()).problems())
        .extracting(PlanProblem::kind)
        .containsExactly(PlanProblem.Kind.NO_STEPS);
  }

  @Test
  void an_unknown_dependency_is_no_problem_of_the_plan() {
    Step step = Step.of("a", "nobody", "b", "nobody");
    Plan plan = Plan.of(List.of(step, Step.of("b")));

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.unknownDependencies(step)).containsExactly("nobody");
  }

  @Test
  void a_ladder_of_diamonds_is_sorted_in_linear_time() {
    // the number of paths doubles with each rung: walking paths instead of steps would never end
    List<Step> ladder =
        IntStream.range(0, 2000)
            .mapToObj(
                i ->
                    i < 2
                        ? Step.of("s" + i)
                        : Step.of("s" + i, "s" + (i / 2 * 2 - 2), "s" + (i / 2 * 2 - 1)))
            .toList();

    Plan plan = Plan.of(ladder);

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.graph().order()).hasSize(2000);
  }

  @Test
  void a_step_named_like_another_attempt_of_another_is_refused_with_both_names() {
    Plan plan = Plan.of(List.of(Step.of("a"), Step.of("a-try2"), Step.of("b-try2"), Step.of("c")));

    assertThat(plan.problems())
        .extracting(PlanProblem::message)
        .containsExactly("step a-try2 is named like another attempt of step a");
  }

  @Test
  void a_first_attempt_is_named_like_its_step_and_nothing_else() {
    assertThat(Plan.of(List.of(Step.of("a"), Step.of("a-try1"), Step.of("a-try"))).problems())
        .isEmpty();
  }

  @Test
  void a_step_cannot_wait_for_one_of_a_later_stage() {
    Step early = Step.of("early", "late");
    Plan plan = Plan.of(List.of(early, Step.named("late").stage(Stage.FINALLY).build()));

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.unknownDependencies(early)).containsExactly("late");
  }

  @Test
  void final_steps_alone_are_no_flow() {
    assertThat(Plan.of(List.of(Step.named("z").stage(Stage.FINALLY).build())).problems())
        .extracting(PlanProblem::kind)
        .containsExactly(PlanProblem.Kind.NO_STEPS);
  }
}
