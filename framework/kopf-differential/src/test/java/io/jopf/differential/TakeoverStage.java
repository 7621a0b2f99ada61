package io.jopf.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.jopf.cause.Marks;
import io.jopf.test.TestOperator;
import io.jopf.test.real.RealCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a Kopf operator, which runs, and one of ours, which does not yet, handle one cluster. */
final class TakeoverStage implements AutoCloseable {

  private static final Marks MARKS = new Marks("test-operator");

  final RealCluster cluster;
  final KopfSide kopf;
  final Stage stage;
  final TestOperator heir;
  private final Path directory;
  private final JopfSide reader;

  /**
   * Starts Kopf.
   *
   * @param name of the test
   * @param module Kopf's handlers
   * @param handlers ours
   * @param names the setting that says which goes on with which
   */
  TakeoverStage(String name, String module, Class<?> handlers, String names) {
    KopfInstallation.program();
    directory = Path.of("target/traces/takeover", name).toAbsolutePath();
    cluster = RealCluster.open();
    cluster.apply(KopfInstallation.module("src/test/resources/sample.yaml"));
    kopf = new KopfSide(cluster, module, WatchedFields.of(handlers), trace("kopf"));
    stage = new Stage(cluster, kopf, handlers);
    reader = new JopfSide(cluster, handlers, kopf.trace());
    Map<String, Object> settings = new HashMap<>();
    settings.put("trace", trace("jopf").file().toString());
    settings.put("jopf.takeover.kopf.mode", "adopt");
    if (!names.isEmpty()) {
      settings.put("jopf.takeover.kopf.handlers", names);
    }
    heir = TestOperator.of(cluster, settings, handlers);
    Store.clear(kopf.trace());
    kopf.start();
  }

  private Trace trace(String side) {
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(side + ".jsonl");
      Files.deleteIfExists(file);
      return new Trace(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, List<String>> heirsCalls() {
    return new TreeMap<>(new Trace(directory.resolve("jopf.jsonl")).byHandler());
  }

  /** Waits until an object is ours alone, and everything is dealt with. */
  void awaitOurs(String name, boolean finalizer) {
    cluster.await(name + " is ours and settled", () -> reader.isSettled(stage.get(name)));
    GenericKubernetesResource object = stage.get(name);
    assertThat(object.getMetadata().getFinalizers())
        .isEqualTo(finalizer ? List.of(MARKS.finalizer()) : List.of());
    assertThat(object.getMetadata().getAnnotations()).containsOnlyKeys(MARKS.state());
  }

  void awaitHeirsCalls(String place, int count) {
    cluster.await(
        place + " was called", () -> heirsCalls().getOrDefault(place, List.of()).size() >= count);
  }

  /** Waits until Kopf has stored something about an object. */
  void awaitStored(String name, String text) {
    cluster.await(text + " is stored", () -> stored(name).contains(text));
  }

  /** Waits until Kopf has stored that many attempts under the name of an annotation. */
  void awaitAttempts(String name, String key, int count) {
    cluster.await(
        key + " was tried " + count + " times",
        () ->
            String.valueOf(
                    stage.get(name).getMetadata().getAnnotations().get("kopf.zalando.org/" + key))
                .contains("\"retries\":%d,".formatted(count)));
  }

  String stored(String name) {
    return String.valueOf(stage.get(name).getMetadata().getAnnotations());
  }

  @Override
  public void close() {
    kopf.kill();
    heir.stop();
    cluster.close();
  }
}
