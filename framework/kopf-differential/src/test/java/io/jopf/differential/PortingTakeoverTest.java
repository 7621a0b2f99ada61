package io.jopf.differential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The operator that docs/coming-from-kopf.md ports takes over from the one that it replaces. */
@Tag("control-plane-only")
class PortingTakeoverTest {

  @Test
  void nothing_is_asked_of_the_store_twice(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    try (TakeoverStage all = new TakeoverStage(name, "buckets", BucketHandlers.class, "")) {
      all.stage.create("photos", "{\"size\": 4, \"users\": [\"ann\"]}");
      all.stage.awaitSettled("photos");
      all.stage.await("it is used", () -> left(all).contains("\"used\":2"));
      String before = left(all);
      all.kopf.stop();
      all.stage.patch("photos", "{\"spec\": {\"size\": 10}}");

      all.heir.start();
      all.cluster.await("it is resized", () -> left(all).contains("\"used\":5"));
      all.awaitOurs("photos", true);

      assertThat(Store.log(all.kopf.trace()))
          .containsExactlyInAnyOrder("make photos 4", "grant photos ann", "resize photos 10");
      assertThat(left(all))
          .isEqualTo(before.replace("\"used\":2", "\"used\":5").replace(", with a finalizer", ""));
    }
  }

  private static String left(TakeoverStage all) {
    return String.join("", all.stage.left().toList());
  }
}
