package io.jopf.differential;

import java.util.List;

/** The operator that docs/coming-from-kopf.md ports: what it does to the world is the same. */
final class Porting {

  private Porting() {}

  static List<Scenario> all() {
    return List.of(Scenario.of("porting", "buckets", BucketHandlers.class, Porting::porting));
  }

  private static void porting(Stage stage) {
    stage.create("photos", "{\"size\": 4, \"users\": [\"ann\"]}");
    stage.awaitSettled("photos");
    look(stage, "used\":2");
    stage.patch("photos", "{\"spec\": {\"users\": [\"ann\", \"bob\"]}}");
    stage.awaitSettled("photos");
    stage.patch("photos", "{\"spec\": {\"size\": 8}}");
    stage.awaitSettled("photos");
    stage.patch("photos", "{\"spec\": {\"size\": 6}}"); // which it refuses
    stage.awaitSettled("photos");
    look(stage, "used\":4");
    stage.restart();
    stage.patch("photos", "{\"spec\": {\"size\": 10}}");
    stage.await("it is resized", () -> asked(stage).contains("resize photos 10"));
    stage.delete("photos");
    stage.awaitGone("photos");
    stage.note(String.join(", ", asked(stage)));
  }

  private static List<String> asked(Stage stage) {
    return Store.log(stage.operator().trace());
  }

  private static void look(Stage stage, String until) {
    stage.await(until, () -> stage.left().allMatch(one -> one.contains(until)));
    stage.left().forEach(stage::note);
  }
}
