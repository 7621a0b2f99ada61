package io.jopf.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jopf.HandlerContext;
import io.jopf.PermanentException;
import io.jopf.SubHandlers;
import io.jopf.SubHandlers.Options;
import io.jopf.SubHandlers.Sub;
import io.jopf.TemporaryException;
import io.jopf.cause.HandlerRecord;
import io.jopf.cause.HandlingState;
import io.jopf.cause.StateCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static final Duration DELAY = Duration.ofSeconds(10);

  private final List<String> calls = new ArrayList<>();
  private final Map<String, Integer> failures = new HashMap<>();

  @Test
  void a_part_that_succeeded_does_not_run_again_while_another_retries() {
    failures.put("b", 2);
    Life life = life(context -> both(context.subHandlers()));

    life.settle();

    assertThat(calls).containsExactly("parent", "a 0", "b 0", "parent", "b 1", "parent", "b 2");
    assertThat(state(life).subs()).isEmpty();
    assertThat(state(life).handlers()).isEmpty();
    assertThat(state(life).baseline()).isNotNull();
  }

  @Test
  void the_progress_of_parts_survives_a_restart_and_keeps_their_pauses() {
    failures.put("b", 1);
    Life life = life(context -> both(context.subHandlers()));
    life.looks();
    assertThat(state(life).subs()).containsOnlyKeys("createParts/a", "createParts/b");
    life.restart();

    life.looks();
    assertThat(calls).containsExactly("parent", "a 0", "b 0");
    assertThat(life.pause()).isEqualTo(DELAY);
    life.settle();

    assertThat(calls).containsExactly("parent", "a 0", "b 0", "parent", "b 1");
  }

  @Test
  void a_kill_repeats_the_parts_of_the_call_that_it_cut_off_and_no_others() {
    failures.put("b", 2);
    Life life = life(context -> both(context.subHandlers()));
    life.look(Fate.CRASHED);
    assertThat(calls).containsExactly("parent", "a 0", "b 0");
    calls.clear();

    life.look(Fate.WRITTEN);
    assertThat(calls).containsExactly("parent", "a 0", "b 0");
    calls.clear();
    life.time.advance(DELAY);
    life.look(Fate.CRASHED);
    life.settle();

    assertThat(calls).containsExactly("parent", "b 1", "parent", "b 1");
  }

  @Test
  void parts_of_parts_are_remembered_and_forgotten_with_them() {
    failures.put("inner", 1);
    Life life =
        life(
            context ->
                context
                    .subHandlers()
                    .run(
                        "outer",
                        outer -> {
                          calls.add(outer.id());
                          part(outer.subHandlers(), "first");
                          part(outer.subHandlers(), "inner");
                        }));
    life.looks();
    assertThat(state(life).subs())
        .containsOnlyKeys(
            "createParts/outer", "createParts/outer/first", "createParts/outer/inner");

    life.settle();

    assertThat(calls)
        .containsExactly(
            "parent",
            "createParts/outer",
            "first 0",
            "inner 0",
            "parent",
            "createParts/outer",
            "inner 1");
    assertThat(state(life).subs()).isEmpty();
  }

  @Test
  void a_part_that_fails_for_good_fails_the_handler_once_the_others_have_ended() {
    failures.put("b", 1);
    Life life =
        life(
            context -> {
              context.subHandlers().run("bad", part -> bad());
              both(context.subHandlers());
            });

    life.settle();

    assertThat(calls).containsExactly("parent", "a 0", "b 0", "parent", "b 1");
    assertThat(state(life).handlers().get("createParts"))
        .returns("bad: never", HandlerRecord::failure);
    assertThat(state(life).subs()).isEmpty();
  }

  @Test
  void parts_have_attempts_pauses_and_timeouts_of_their_own() {
    failures.put("few", 5);
    failures.put("short", 5);
    Options few = Options.DEFAULT.withRetries(2).withBackoff(Duration.ofSeconds(1));
    Options brief = Options.DEFAULT.withTimeout(Duration.ofSeconds(15));
    Life life =
        life(
            context -> {
              context.subHandlers().run("few", few, part -> fail("few", part, null));
              context.subHandlers().run("short", brief, part -> fail("short", part, DELAY));
            });

    life.settle();

    assertThat(calls).filteredOn(call -> call.startsWith("few")).hasSize(2);
    assertThat(calls).filteredOn(call -> call.startsWith("short")).hasSize(2);
    assertThat(state(life).handlers().get("createParts"))
        .returns("few: not yet; short: timed out after 15s: not yet", HandlerRecord::failure);
  }

  @Test
  void a_change_of_the_object_reaches_parts_that_have_succeeded() {
    failures.put("b", 1);
    Life life = life(context -> both(context.subHandlers()));
    life.looks();
    life.image("1");

    life.settle();

    assertThat(calls).containsExactly("parent", "a 0", "b 0", "parent", "a 0", "b 1");
  }

  @Test
  void a_name_is_a_name_and_used_once() {
    List<Throwable> seen = new ArrayList<>();
    Life life =
        life(
            context -> {
              SubHandlers parts = context.subHandlers();
              parts.run("a", part -> {});
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> parts.run("a", part -> {}))
                  .withMessage("sub-handler 'a' runs twice")
                  .satisfies(seen::add);
              assertThatIllegalArgumentException()
                  .isThrownBy(() -> parts.run("a/b", part -> {}))
                  .withMessage(
                      "sub-handler 'a/b': a letter or digit followed by letters, digits, '_', '.' or '-'")
                  .satisfies(seen::add);
            });

    life.settle();

    assertThat(seen).hasSize(2);
  }

  private void both(SubHandlers parts) {
    part(parts, "a");
    part(parts, "b");
  }

  private void part(SubHandlers parts, String name) {
    parts.run(name, part -> fail(name, part, DELAY));
  }

  private void fail(String name, Sub part, @Nullable Duration delay) {
    calls.add(name + " " + part.retry().attempt());
    if (failures.merge(name, -1, Integer::sum) >= 0) {
      throw delay == null
          ? new TemporaryException("not yet")
          : new TemporaryException("not yet", delay);
    }
  }

  private static void bad() {
    throw new PermanentException("never");
  }

  private Life life(Consumer<HandlerContext> parent) {
    return new Life(
        Stage.SHARED.kind(Set.of("createParts")),
        context -> {
          calls.add("parent");
          parent.accept(context);
        });
  }

  private static HandlingState state(Life life) {
    return StateCodec.read(
        life.object().path("metadata").path("annotations").path(Life.MARKS.state()).asText());
  }
}
