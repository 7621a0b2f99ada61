package io.jopf.differential;

import java.util.List;

/** What happens to an object while one process runs. */
final class Changes {

  private Changes() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("creation", CreationHandlers.class, Changes::creation),
        Scenario.of("update", UpdateHandlers.class, Changes::update)
            .but(
                Difference.IDS_OF_FIELD_HANDLERS,
                "left",
                List.of("jerry: {}", "tom: {\"phase\":\"Ready\",\"size/spec.size\":2}"),
                List.of("jerry: {}", "tom: {\"phase\":\"Ready\",\"size\":2}")),
        Scenario.of("retries", RetriesHandlers.class, Changes::retries),
        Scenario.of("late", LateHandlers.class, Changes::late)
            .but(
                Difference.LATE_CHANGES,
                "tom/quick",
                List.of(resized(1, 2)),
                List.of(resized(1, 2), resized(2, 3))));
  }

  private static String resized(int before, int after) {
    return ("update succeeded: {\"spec\":{\"size\":%d}} -> {\"spec\":{\"size\":%d}}"
            + " by [[\"change\",[\"spec\",\"size\"],%d,%d]]")
        .formatted(before, after, before, after);
  }

  private static void creation(Stage stage) {
    stage.create("tom", "{\"team\": \"blue\"}", "{\"size\": 1, \"deep\": {\"list\": [1, 2]}}");
    stage.create("bare", "{}");
    stage.awaitSettled("tom");
    stage.awaitSettled("bare");
  }

  private static void update(Stage stage) {
    stage.create("tom", "{\"size\": 1, \"parts\": [\"a\"], \"deep\": {\"one\": 1}}");
    stage.awaitSettled("tom");
    for (String patch :
        List.of(
            "{\"spec\": {\"size\": 2}}",
            "{\"spec\": {\"parts\": [\"a\", \"b\"], \"deep\": {\"two\": 2}}}",
            "{\"spec\": {\"size\": null, \"deep\": null}}",
            "{\"metadata\": {\"labels\": {\"team\": \"red\"}}}",
            "{\"metadata\": {\"annotations\": {\"example.com/note\": \"x\"}}}")) {
      stage.patch("tom", patch);
      stage.awaitSettled("tom");
    }
    stage.patchStatus("tom", "{\"status\": {\"phase\": \"Ready\"}}");
    stage.patch(
        "tom", "{\"metadata\": {\"annotations\": {\"kopf.zalando.org/of-somebody\": \"x\"}}}");
    stage.patch(
        "tom", "{\"metadata\": {\"annotations\": {\"kopf.zalando.org/of-somebody\": null}}}");
    stage.afterAllElse("jerry");
  }

  private static void retries(Stage stage) {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    stage.patch("tom", "{\"spec\": {\"size\": 2}}");
    stage.awaitSettled("tom");
  }

  private static void late(Stage stage) {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    stage.patch("tom", "{\"spec\": {\"size\": 2}}");
    stage.awaitRetrying("tom", "slow");
    stage.patch("tom", "{\"spec\": {\"size\": 3}}");
    stage.awaitSettled("tom");
  }
}
