package io.jopf.differential;

import java.util.List;

/** What happens when processes end and begin. */
final class Processes {

  private Processes() {}

  static List<Scenario> all() {
    return List.of(
        scenario("restart", Processes::restart),
        scenario("downtime", Processes::downtime)
            .but(
                Difference.REASON_OF_RESUMING,
                "changed/appear",
                List.of("create succeeded", "update succeeded"),
                List.of("create succeeded", "resume succeeded"))
            .but(
                Difference.REASON_OF_RESUMING,
                "changed/resumed",
                List.of("update succeeded"),
                List.of("resume succeeded")),
        Scenario.of("watched", WatchedHandlers.class, Processes::watched)
            .but(
                Difference.REASON_OF_RESUMING,
                "tom/resumed",
                List.of("update succeeded", "resume succeeded"),
                List.of("resume succeeded", "resume succeeded")),
        scenario("crash", Processes::crash)
            .but(
                Difference.ONE_WRITE_PER_CYCLE,
                "hanging/appear",
                List.of("create succeeded"),
                List.of("create succeeded", "create succeeded")));
  }

  private static Scenario scenario(String name, java.util.function.Consumer<Stage> script) {
    return Scenario.of(name, "restart", RestartHandlers.class, script);
  }

  private static void restart(Stage stage) {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    for (int process = 2; process <= 3; process++) {
      stage.restart();
      stage.awaitCalls("tom", "resumed", process - 1);
      stage.patch("tom", "{\"spec\": {\"size\": %d}}".formatted(process));
      stage.awaitCalls("tom", "updated", process - 1);
      stage.awaitSettled("tom");
    }
  }

  private static void downtime(Stage stage) {
    for (String name : List.of("changed", "back", "deleted")) {
      stage.create(name, "{\"size\": 1}");
      stage.awaitSettled(name);
    }
    stage.operator().stop();
    stage.create("new", "{\"size\": 1}");
    stage.patch("changed", "{\"spec\": {\"size\": 2}}");
    stage.patch("changed", "{\"spec\": {\"size\": 3, \"more\": true}}");
    stage.patch("back", "{\"spec\": {\"size\": 2}}");
    stage.patch("back", "{\"spec\": {\"size\": 1}}");
    stage.delete("deleted");
    stage.operator().start();
    stage.awaitSettled("new");
    stage.awaitCalls("changed", "updated", 1);
    stage.awaitSettled("changed");
    stage.awaitCalls("back", "resumed", 1);
    stage.afterAllElse("sentinel");
  }

  private static void watched(Stage stage) {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    int calls = 0;
    for (String phase : List.of("\"New\"", "\"Ready\"")) {
      stage.patchStatus("tom", "{\"status\": {\"phase\": %s, \"other\": 1}}".formatted(phase));
      stage.awaitEnds("tom", "phase", ++calls);
      stage.awaitSettled("tom");
    }
    stage.patch("tom", "{\"spec\": {\"size\": 2}}");
    stage.awaitSettled("tom");
    stage.operator().stop();
    stage.patchStatus("tom", "{\"status\": {\"phase\": \"Old\"}}");
    stage.operator().start();
    stage.awaitEnds("tom", "phase", ++calls);
    stage.awaitEnds("tom", "resumed", 1);
    stage.awaitSettled("tom");
    stage.operator().stop();
    stage.patchStatus("tom", "{\"status\": {\"phase\": \"Ready\"}}");
    stage.patchStatus("tom", "{\"status\": {\"phase\": \"Old\"}}");
    stage.operator().start();
    stage.awaitEnds("tom", "resumed", 2);
    stage.patchStatus("tom", "{\"status\": {\"phase\": null}}");
    stage.awaitEnds("tom", "phase", ++calls);
    stage.afterAllElse("jerry");
  }

  private static void crash(Stage stage) {
    stage.block("hang");
    stage.create("hanging", "{\"hang\": true}");
    stage.awaitCalls("hanging", "slow", 1);
    stage.create("waiting", "{\"wait\": true}");
    stage.awaitRetrying("waiting", "slow");
    stage.operator().kill();
    stage.unblock("hang");
    stage.operator().start();
    stage.awaitSettled("hanging");
    stage.awaitSettled("waiting");
  }
}
