package io.jopf.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.cause.Marks;
import io.jopf.test.TestOperator;
import io.jopf.test.real.RealCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A Kopf operator ends in the middle of its work, and one of ours begins. */
@Tag("control-plane-only")
class LiveTakeoverTest {

  private static final Marks MARKS = new Marks("test-operator");

  private Path directory = Path.of(".");
  private RealCluster cluster;
  private KopfSide kopf;
  private Stage stage;
  private TestOperator heir;

  @SuppressWarnings("NullAway.Init") // before each
  LiveTakeoverTest() {}

  @BeforeEach
  void start(TestInfo test) throws IOException {
    KopfInstallation.program();
    String name = test.getTestMethod().orElseThrow().getName();
    directory = Files.createDirectories(Path.of("target/traces/takeover", name)).toAbsolutePath();
    cluster = RealCluster.open();
    cluster.apply(KopfInstallation.module("src/test/resources/sample.yaml"));
    kopf = new KopfSide(cluster, "heritage", trace("kopf"));
    stage = new Stage(cluster, kopf);
    heir =
        TestOperator.of(
            cluster,
            Map.of(
                "trace",
                trace("jopf").file().toString(),
                "jopf.takeover.kopf.mode",
                "adopt",
                "jopf.takeover.kopf.handlers",
                "clean_up=cleaned"),
            HeritageHandlers.class);
    kopf.start();
  }

  @AfterEach
  void stop() {
    kopf.kill();
    heir.stop();
    cluster.close();
  }

  private Trace trace(String side) throws IOException {
    Path file = directory.resolve(side + ".jsonl");
    Files.deleteIfExists(file);
    return new Trace(file);
  }

  private Map<String, List<String>> heirsCalls() {
    return new TreeMap<>(new Trace(directory.resolve("jopf.jsonl")).byHandler());
  }

  private void awaitOurs(String name) {
    JopfSide reader = new JopfSide(cluster, HeritageHandlers.class, kopf.trace());
    cluster.await(name + " is ours and settled", () -> reader.isSettled(stage.get(name)));
    GenericKubernetesResource object = stage.get(name);
    assertThat(object.getMetadata().getFinalizers()).containsExactly(MARKS.finalizer());
    assertThat(object.getMetadata().getAnnotations()).containsOnlyKeys(MARKS.state());
  }

  private void awaitHeirsCalls(String place, int count) {
    cluster.await(
        place + " was called", () -> heirsCalls().getOrDefault(place, List.of()).size() >= count);
  }

  @Test
  void what_is_settled_is_only_resumed() {
    stage.create(
        "tom", "{\"team\": \"blue\"}", "{\"size\": 1, \"ratio\": 0.10, \"text\": \"é🟦\"}");
    stage.awaitSettled("tom");
    kopf.stop();

    heir.start();
    awaitHeirsCalls("tom/resumeIt", 1);
    awaitOurs("tom");

    assertThat(heirsCalls()).isEqualTo(Map.of("tom/resumeIt", List.of("resume succeeded")));
    assertThat(stage.left()).containsExactly("tom: {\"make_it\":\"made\"}");
  }

  @Test
  void a_change_while_neither_runs_is_an_update_with_the_right_difference() {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    kopf.kill();
    stage.patch("tom", "{\"spec\": {\"size\": 2}}");

    heir.start();
    awaitHeirsCalls("tom/resizeIt", 1);
    awaitOurs("tom");

    assertThat(heirsCalls())
        .containsEntry("tom/resizeIt", List.of("update succeeded"))
        .containsEntry(
            "tom/changeIt",
            List.of(
                "update succeeded: {\"spec\":{\"size\":1}} -> {\"spec\":{\"size\":2}}"
                    + " by [[\"change\",[\"spec\",\"size\"],1,2]]"))
        .doesNotContainKey("tom/makeIt");
  }

  @Test
  void a_creation_that_is_killed_in_the_middle_of_its_retries_goes_on() {
    stage.create("tom", "{\"wait\": true}");
    stage.awaitCalls("tom", "wait_for_it", 2);
    stage.awaitRetrying("tom", "wait_for_it");
    cluster.await("the second is stored", () -> stored("tom").contains("\"retries\":2"));
    kopf.kill();

    heir.start();
    awaitOurs("tom");

    assertThat(heirsCalls())
        .isEqualTo(
            Map.of(
                "tom/waitForIt",
                List.of("create retry 2 asked for another try", "create retry 3 succeeded")));
  }

  @Test
  void a_handler_that_was_running_when_kopf_was_killed_runs_again_and_no_other() throws Exception {
    Path gate = directory.resolve("hang");
    Files.deleteIfExists(gate);
    Files.createFile(gate);
    stage.create("tom", "{\"hang\": true}");
    stage.awaitCalls("tom", "wait_for_it", 1);
    cluster.await("the first is stored", () -> stored("tom").contains("make_it"));
    kopf.kill();
    Files.delete(gate);

    heir.start();
    awaitOurs("tom");

    assertThat(heirsCalls()).isEqualTo(Map.of("tom/waitForIt", List.of("create succeeded")));
  }

  @Test
  void an_update_in_the_middle_of_its_retries_goes_on() {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    stage.patch("tom", "{\"spec\": {\"size\": 5}}");
    stage.awaitCalls("tom", "resize_it", 2);
    cluster.await("the second is stored", () -> stored("tom").contains("\"retries\":2"));
    kopf.stop();

    heir.start();
    awaitHeirsCalls("tom/resizeIt", 1);
    awaitOurs("tom");

    assertThat(heirsCalls())
        .containsEntry("tom/resizeIt", List.of("update retry 2 succeeded"))
        .doesNotContainKeys("tom/changeIt", "tom/makeIt");
  }

  @Test
  void a_deletion_is_finished_by_who_has_not_finished_it() {
    stage.create("tom", "{\"size\": 1, \"sticky\": true}");
    stage.awaitSettled("tom");
    stage.delete("tom");
    stage.awaitCalls("tom", "clean_up", 2);
    cluster.await("the second is stored", () -> stored("tom").contains("\"retries\":2"));
    kopf.kill();

    heir.start();
    stage.awaitGone("tom");

    assertThat(heirsCalls()).isEqualTo(Map.of("tom/cleaned", List.of("delete retry 2 succeeded")));
  }

  @Test
  void an_object_that_is_deleted_while_neither_runs_is_let_go() {
    stage.create("tom", "{\"size\": 1}");
    stage.awaitSettled("tom");
    kopf.stop();
    stage.delete("tom");

    heir.start();
    stage.awaitGone("tom");

    assertThat(heirsCalls())
        .isEqualTo(
            Map.of(
                "tom/takeDown", List.of("delete succeeded"),
                "tom/cleaned", List.of("delete succeeded")));
  }

  private String stored(String name) {
    return String.valueOf(stage.get(name).getMetadata().getAnnotations());
  }
}
