package io.jopf.differential;

import java.util.List;
import java.util.function.Consumer;

/** What runs again and again: how often and in which order, not when. */
final class Timers {

  private static final int TICKS = 10;
  private static final String GAVE_UP = "gave up";
  private static final String HELD = "%s: {}, with a finalizer";

  private Timers() {}

  static List<Scenario> all() {
    return List.of(
        scenario("intervals", Timers::intervals)
            .but(
                Difference.TIMERS_THAT_GIVE_UP,
                "late/tick",
                List.of("succeeded", "succeeded", "succeeded", GAVE_UP, GAVE_UP),
                List.of("succeeded", "succeeded", "succeeded", GAVE_UP))
            .but(
                Difference.TIMERS_THAT_GIVE_UP,
                "trouble/failing",
                List.of("failed", "retry 1 failed", "failed", "retry 1 failed"),
                List.of("failed", "retry 1 failed"))
            .but(
                Difference.FINALIZERS_OF_TIMERS,
                "left",
                List.of(HELD.formatted("grid"), HELD.formatted("late"), HELD.formatted("trouble")),
                List.of("grid: {}", "late: {}", "trouble: {}")),
        scenario("idle", Timers::idle)
            .but(
                Difference.FINALIZERS_OF_TIMERS,
                "left",
                List.of(
                    "edited: {\"idle\":{\"step\":10}}, with a finalizer",
                    "quiet: {\"idle\":{\"step\":0},\"step\":10}, with a finalizer"),
                List.of(
                    "edited: {\"idle\":{\"step\":10}}",
                    "quiet: {\"idle\":{\"step\":0},\"step\":10}")),
        scenario("timers-stop", Timers::stop)
            .but(
                Difference.FINALIZERS_OF_TIMERS,
                "left",
                List.of(HELD.formatted("again"), HELD.formatted("clock"), "unmatched: {}"),
                List.of("again: {}", "clock: {}", "unmatched: {}")));
  }

  private static Scenario scenario(String name, Consumer<Stage> script) {
    return Scenario.of(name, "timers", TimersHandlers.class, script);
  }

  private static void intervals(Stage stage) {
    stage.create("late", "{\"waits\": \"yes\"}", "{\"ticks\": 3}");
    stage.awaitEnds("late", "waits", 1);
    stage.awaitEnds("late", "tick", 4);
    stage.noteOrder("late", "tick", 3, "waits", 1);
    stage.create("trouble", "{\"flaky\": \"yes\", \"failing\": \"yes\"}", "{\"size\": 1}");
    stage.awaitEnds("trouble", "flaky", 6);
    stage.awaitEnds("trouble", "failing", 2);
    stage.create("grid", "{\"grid\": \"yes\"}", "{\"size\": 1}");
    stage.awaitEnds("grid", "sharp", 4);
    stage.awaitEnds("grid", "relaxed", 4);
    stage.noteOrder("grid", "sharp", 4, "relaxed", 4);
    stage.compareFirst(4, "grid", "sharp");
    stage.compareFirst(4, "grid", "relaxed");
    // all the rest has had time for more
    stage.compareFirst(5, "late", "tick");
    stage.compareFirst(6, "trouble", "flaky");
    stage.compareFirst(4, "trouble", "failing");
  }

  private static void idle(Stage stage) {
    stage.create("edited", "{\"idle\": \"yes\"}", ticking());
    for (int step = 1; step <= TICKS; step++) {
      stage.awaitCalls("edited", "tick", step);
      stage.patch("edited", "{\"spec\": {\"step\": %d}}".formatted(step));
    }
    stage.awaitEnds("edited", "idle", 1);
    stage.noteOrder("edited", "tick", TICKS, "idle", 1);

    stage.create("quiet", "{\"idle\": \"yes\", \"quiet\": \"yes\"}", ticking());
    for (int step = 1; step <= TICKS; step++) {
      stage.awaitCalls("quiet", "tick", step);
      stage.patchStatus("quiet", "{\"status\": {\"step\": %d}}".formatted(step));
    }
    stage.awaitEnds("quiet", "idle", 1);
    stage.noteOrder("quiet", "idle", 1, "tick", TICKS);
    stage.await("the answer is there", () -> stage.left().allMatch(one -> one.contains("idle")));
    stage.compareFirst(TICKS, "edited", "tick");
    stage.compareFirst(TICKS, "quiet", "tick");
  }

  private static String ticking() {
    return "{\"ticks\": %d, \"step\": 0}".formatted(TICKS);
  }

  private static void stop(Stage stage) {
    stage.create("again", "{\"waits\": \"yes\"}", "{}");
    stage.awaitEnds("again", "waits", 1);
    stage.restart();
    stage.awaitEnds("again", "waits", 2);

    for (String name : List.of("unmatched", "deleted", "clock")) {
      stage.create(name, "{\"ticks\": 1000}");
      stage.awaitCalls(name, "tick", 2);
      stage.compareFirst(2, name, "tick");
    }
    stage.patch("unmatched", "{\"spec\": {\"ticks\": null}}");
    stage.delete("deleted");
    stage.awaitGone("deleted");
    stage.awaitCalls("clock", "tick", (int) stage.calls("clock", "tick") + 3); // both are seen
    long unmatched = stage.calls("unmatched", "tick");
    long deleted = stage.calls("deleted", "tick");
    stage.awaitCalls("clock", "tick", (int) stage.calls("clock", "tick") + 3);
    stage.note("unmatched: %d more".formatted(stage.calls("unmatched", "tick") - unmatched));
    stage.note("deleted: %d more".formatted(stage.calls("deleted", "tick") - deleted));
  }
}
