package io.jopf.differential;

import java.util.Arrays;
import java.util.List;

/** Handlers that consist of parts. */
final class Parts {

  private Parts() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("parts", PartsHandlers.class, Parts::parts)
            .but(why(), "tom/assemble", calls("create", 0, 1, 2, 3, 4), calls("create", 0, 0, 0))
            .but(why(), "tom/hinge/spec.doors", calls("update", 0, 1, 0), calls("update", 0, 0))
            .but(why(), "tom/dismantle", calls("delete", 0, 1, 2, 3, 4, 5), calls("delete", 0, 0))
            .but(why(), "box/dispatch", calls("create", 0, 1, 2), calls("create", 0, 0))
            .but(why(), "box/dispatch/pack", calls("create", 0, 1, 2), calls("create", 0, 0))
            .but(why(), "late/assemble", calls("create", 0, 1, 2), calls("create", 0, 0)));
  }

  private static Difference why() {
    return Difference.ATTEMPTS_WITH_PARTS;
  }

  private static List<String> calls(String reason, int... retries) {
    return Arrays.stream(retries)
        .mapToObj(retry -> reason + (retry > 0 ? " retry " + retry : "") + " succeeded")
        .toList();
  }

  private static void parts(Stage stage) {
    stage.create(
        "tom",
        """
        {"parts": [{"name": "wheel", "attempts": 0}, {"name": "engine", "attempts": 2},
                   {"name": "0.5-litre", "attempts": -1}]}
        """);
    stage.awaitSettled("tom");
    stage.create(
        "box",
        """
        {"boxes": [{"name": "small", "attempts": 0}, {"name": "large", "attempts": 1}]}
        """);
    stage.awaitSettled("box");
    stage.patch("tom", "{\"spec\": {\"doors\": [\"left\", \"right\"]}}");
    stage.awaitSettled("tom");
    stage.patch("tom", "{\"spec\": {\"doors\": [\"left\"]}}");
    stage.awaitSettled("tom");
    stage.delete("tom");
    stage.awaitGone("tom");

    stage.create(
        "late",
        """
        {"parts": [{"name": "wheel", "attempts": 0},
                   {"name": "engine", "attempts": 1, "delay": 3}]}
        """);
    stage.awaitRetrying("late", "assemble/engine");
    stage.operator().kill();
    stage.operator().start();
    stage.awaitSettled("late");
  }
}
