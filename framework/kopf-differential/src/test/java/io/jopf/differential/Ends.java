package io.jopf.differential;

import java.util.List;

/** How objects end. */
final class Ends {

  private Ends() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("deletion", DeletionHandlers.class, Ends::deletion),
        Scenario.of("optional", OptionalHandlers.class, Ends::optional));
  }

  private static void deletion(Stage stage) {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    stage.delete("tom");
    stage.awaitGone("tom");

    stage.create("stubborn", "{\"stubborn\": true}");
    stage.awaitRetrying("stubborn", "created");
    stage.delete("stubborn");
    stage.awaitGone("stubborn");

    stage.create("waiting", "{\"size\": 1}");
    stage.awaitSettled("waiting");
    stage.operator().stop();
    stage.delete("waiting");
    stage.operator().start();
    stage.awaitGone("waiting");
  }

  private static void optional(Stage stage) {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    stage.delete("tom");
    stage.awaitGone("tom");
    stage.afterAllElse("jerry");
  }
}
