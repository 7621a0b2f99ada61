package io.jopf.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ForEachTest {

  @Example
  void a_matrix_has_every_combination_in_a_fixed_order() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("os", List.of("linux", "mac"));
    values.put("jdk", List.of("17", "25"));

    assertThat(ForEach.matrix(values))
        .extracting(item -> item.index() + " " + item.values())
        .containsExactly(
            "0 {os=linux, jdk=17}",
            "1 {os=linux, jdk=25}",
            "2 {os=mac, jdk=17}",
            "3 {os=mac, jdk=25}");
  }

  @Property(tries = 200)
  void a_matrix_is_as_large_as_it_says(
      @ForAll @Size(max = 4) List<@IntRange(min = 0, max = 4) Integer> sizes) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int size : sizes) {
      values.put(
          "k" + values.size(),
          Stream.iterate(0, i -> i + 1).limit(size).map(i -> "v" + i).toList());
    }

    assertThat(ForEach.matrix(values)).hasSize((int) ForEach.size(values));
    assertThat(ForEach.matrix(values)).extracting(ForEach.Item::values).doesNotHaveDuplicates();
  }

  @Example
  void the_size_of_an_absurd_matrix_is_told_without_making_it() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      values.put("k" + i, List.of("a", "b", "c"));
    }

    assertThat(ForEach.size(values)).isGreaterThan(1L << 60);
  }

  @Example
  void items_run_beside_each_other_up_to_their_limit_and_what_follows_waits_for_all() {
    FlowBench flow = loop(Step.of("each", "first"), 3, 2);

    assertThat(flow.run()).containsExactly("first");
    assertThat(flow.succeed("first").run()).containsExactly("each-0", "each-1");
    assertThat(flow.step("each-2").reason()).isEqualTo(Reasons.WAITING_FOR_SLOT);
    assertThat(flow.succeed("each-1").run()).containsExactly("each-2");
    flow.succeed("each-0").run();
    assertThat(flow.state("each")).isEqualTo(StepState.WAITING);
    assertThat(flow.succeed("each-2").run()).containsExactly("after");
    assertThat(flow.state("each")).isEqualTo(StepState.SUCCEEDED);
  }

  @Example
  void a_failed_item_fails_the_loop_and_what_reacts_to_that_runs() {
    FlowBench flow = loop(Step.of("each"), 2, 0);
    flow.run();
    flow.fail("each-0").succeed("each-1").run();

    assertThat(flow.step("each").reason()).isEqualTo(Reasons.ITEMS_FAILED);
    assertThat(flow.step("each").message()).isEqualTo("failed: each-0");
    assertThat(flow.state("mend")).isEqualTo(StepState.RUNNING);
    assertThat(flow.state("after")).isEqualTo(StepState.SKIPPED);
    assertThat(flow.status().message()).isEqualTo("each-0 failed: its pod failed");
  }

  @Example
  void a_failed_item_that_is_to_be_ignored_harms_nobody() {
    FlowBench flow = loop(Step.named("each").ignoreFailure(true).build(), 2, 0);
    flow.run();

    assertThat(flow.fail("each-0").succeed("each-1").run()).containsExactly("after");
    flow.succeed("after").run();
    assertThat(flow.status().state()).isEqualTo(FlowState.SUCCEED);
    assertThat(flow.status().message()).endsWith("failure ignored: each-0");
  }

  @Example
  void a_loop_over_nothing_passes_when_its_turn_has_come() {
    FlowBench flow = loop(Step.of("each", "first"), 0, 0);
    flow.run();

    assertThat(flow.state("each")).isEqualTo(StepState.WAITING);
    assertThat(flow.succeed("first").run()).containsExactly("after");
  }

  @Example
  void one_approval_lets_all_items_run() {
    FlowBench flow = loop(Step.named("each").approval(true).build(), 2, 0);

    assertThat(flow.run()).isEmpty();
    assertThat(flow.say(c -> c.approvals(Map.of("each", true))).run())
        .containsExactly("each-0", "each-1");
  }

  private static FlowBench loop(Step each, int count, int parallelism) {
    Stream<Step> first =
        each.dependencies().isEmpty() ? Stream.empty() : Stream.of(Step.of("first"));
    Stream<Step> loop = ForEach.expand(each, ForEach.count(count), parallelism).stream();
    Stream<Step> rest =
        Stream.of(Step.of("after", "each"), Step.named("mend").needs("each", Need.FAILED).build());
    return new FlowBench(Stream.of(first, loop, rest).flatMap(s -> s).toArray(Step[]::new));
  }
}
