package io.jopf.differential;

import java.util.List;

/** How objects end. */
final class Ends {

  private static final String SIZE = "{\"spec\":{\"size\":1}}";
  private static final String STUBBORN = "{\"spec\":{\"stubborn\":true}}";

  private Ends() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("deletion", DeletionHandlers.class, Ends::deletion)
            .but(
                Difference.NEW_VALUE_OF_A_DELETION,
                "tom/last",
                List.of("delete succeeded: " + SIZE + " -> " + SIZE + " by []"),
                List.of("delete succeeded: " + SIZE + " -> null by " + removed(SIZE)))
            .but(
                Difference.NEW_VALUE_OF_A_DELETION,
                "waiting/last",
                List.of("delete succeeded: " + SIZE + " -> " + SIZE + " by []"),
                List.of("delete succeeded: " + SIZE + " -> null by " + removed(SIZE)))
            .but(
                Difference.NEW_VALUE_OF_A_DELETION,
                "stubborn/last",
                List.of(
                    "delete succeeded: null -> "
                        + STUBBORN
                        + " by [[\"add\",[],null,"
                        + STUBBORN
                        + "]]"),
                List.of("delete succeeded: " + STUBBORN + " -> null by " + removed(STUBBORN))),
        Scenario.of("optional", OptionalHandlers.class, Ends::optional)
            .but(
                Difference.OPTIONAL_DELETION,
                "tom/goodbye",
                List.of(),
                List.of("delete succeeded")));
  }

  private static String removed(String essence) {
    return "[[\"remove\",[]," + essence + ",null]]";
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
