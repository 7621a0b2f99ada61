package io.jopf.differential;

import java.util.List;

/** Objects and fields that concern a handler, or do not. */
final class Filters {

  private Filters() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("filters", FiltersHandlers.class, Filters::filters),
        Scenario.of("fields", FieldsHandlers.class, Filters::fields));
  }

  private static void filters(Stage stage) {
    stage.create("tom", "{\"team\": \"blue\"}", "{\"size\": 3}");
    stage.create("jerry", "{\"team\": \"blue\", \"quiet\": \"yes\"}", "{\"size\": 4}");
    stage.create("spike", "{\"team\": \"red\"}", "{\"size\": 3}");
    stage.awaitSettled("tom");
    stage.awaitSettled("jerry");

    stage.patch("spike", "{\"spec\": {\"size\": 5}}");
    stage.patch("spike", "{\"metadata\": {\"labels\": {\"team\": \"blue\"}}}");
    stage.awaitSettled("spike");
    stage.patch("spike", "{\"spec\": {\"size\": 6}}");
    stage.awaitSettled("spike");

    stage.patch("jerry", "{\"metadata\": {\"labels\": {\"team\": null}}}");
    stage.await(
        "jerry is let go",
        () ->
            !stage
                .get("jerry")
                .getMetadata()
                .getFinalizers()
                .contains(stage.operator().finalizer()));
    stage.delete("jerry");
    stage.awaitGone("jerry");
    stage.delete("tom");
    stage.awaitGone("tom");
  }

  private static void fields(Stage stage) {
    stage.create("tom", "{\"size\": 1, \"first\": 1, \"second\": 1}");
    stage.awaitSettled("tom");
    stage.create("bare", "{}");
    stage.awaitSettled("bare");
    for (String patch :
        List.of(
            "{\"size\": 2}",
            "{\"second\": 2}",
            "{\"first\": 2, \"second\": 3}",
            "{\"first\": null}",
            "{\"colour\": \"red\"}",
            "{\"colour\": \"blue\"}",
            "{\"colour\": \"red\"}",
            "{\"colour\": null}")) {
      stage.patch("tom", "{\"spec\": " + patch + "}");
      stage.awaitSettled("tom");
    }
  }
}
