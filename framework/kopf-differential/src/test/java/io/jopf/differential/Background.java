package io.jopf.differential;

import java.util.List;

/** What runs besides the handlers of causes: for events, for indices, all the time. */
final class Background {

  private static final String DELETED = "delete succeeded";
  private static final String NOTHING = "{\"size\": 1}";

  private Background() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("events", EventsHandlers.class, Background::events),
        Scenario.of("index", IndexHandlers.class, Background::index),
        Scenario.of("daemons", DaemonsHandlers.class, Background::daemons)
            .butSometimes(
                Difference.DELETION_BESIDE_A_DAEMON,
                "tom/farewell",
                List.of(DELETED, DELETED),
                List.of(DELETED)));
  }

  private static void events(Stage stage) {
    stage.operator().stop();
    stage.create("old", "{\"team\": \"blue\", \"answers\": \"yes\"}", "{\"size\": 3}");
    stage.operator().start();
    stage.awaitEnds("old", "answering", 2); // the answer is an event too

    stage.create("tom", NOTHING);
    stage.awaitEnds("tom", "seen", 1);
    stage.patch("tom", "{\"spec\": {\"size\": 3}}");
    stage.awaitEnds("tom", "seen", 2);
    stage.patchStatus("tom", "{\"status\": {\"phase\": \"Ready\"}}");
    stage.awaitEnds("tom", "seen", 3);
    stage.patch("tom", "{\"metadata\": {\"labels\": {\"team\": \"blue\"}}}");
    stage.awaitEnds("tom", "seen", 4);
    stage.delete("tom");
    stage.awaitEnds("tom", "seen", 5);

    stage.restart();
    stage.awaitEnds("old", "seen", 3);
    stage.create("sentinel", NOTHING);
    stage.awaitEnds("sentinel", "broken", 1);
  }

  private static void index(Stage stage) {
    stage.operator().stop();
    stage.create("a", "{\"member\": \"yes\"}", "{\"team\": \"blue\"}");
    stage.create("b", "{\"member\": \"yes\"}", "{\"team\": \"red\"}");
    stage.operator().start();
    look(stage, "there-before");
    stage.patch("b", "{\"spec\": {\"team\": \"blue\"}}");
    stage.patch("a", "{\"metadata\": {\"labels\": {\"member\": null}}}");
    look(stage, "moved-and-left");
    stage.delete("a");
    stage.awaitGone("a");
    look(stage, "gone");
    stage.patch("b", "{\"spec\": {\"team\": null}}");
    stage.restart();
    look(stage, "started-anew");
  }

  private static void look(Stage stage, String name) {
    stage.create(name, "{\"look\": \"yes\"}", NOTHING);
    stage.awaitSettled(name);
  }

  private static void daemons(Stage stage) {
    stage.create("tom", "{\"follow\": \"yes\", \"farewell\": \"yes\"}", NOTHING);
    stage.awaitCalls("tom", "follow", 1);
    stage.patch("tom", "{\"spec\": {\"size\": 2}}");
    stage.patch("tom", "{\"metadata\": {\"labels\": {\"follow\": null}}}");
    stage.awaitEnds("tom", "follow", 1);
    stage.patch("tom", "{\"metadata\": {\"labels\": {\"follow\": \"yes\"}}}");
    stage.awaitCalls("tom", "follow", 2);
    stage.delete("tom");
    stage.awaitGone("tom");

    stage.create("live", "{\"live\": \"yes\"}", NOTHING);
    stage.awaitCalls("live", "live", 1);
    stage.patch("live", "{\"spec\": {\"size\": 2}}");
    stage.awaitEnds("live", "live", 1);
    stage.create("stubborn", "{\"stubborn\": \"yes\"}", NOTHING);
    stage.awaitCalls("stubborn", "stubborn", 3);
    stage.delete("stubborn");
    stage.awaitGone("stubborn");

    for (String one : List.of("once", "hopeless")) {
      stage.create(one, "{\"%s\": \"yes\"}".formatted(one), NOTHING);
      stage.awaitEnds(one, one, 1);
      stage.patch(one, "{\"spec\": {\"size\": 2}}");
    }
    stage.create("jerry", "{\"follow\": \"yes\"}", NOTHING);
    stage.awaitCalls("jerry", "follow", 1);

    stage.restart();
    stage.awaitCalls("jerry", "follow", 2);
    stage.awaitEnds("once", "once", 2);
    stage.awaitEnds("hopeless", "hopeless", 2);
    for (String one : List.of("live", "once", "hopeless")) {
      stage.delete(one);
      stage.awaitGone(one);
    }
  }
}
