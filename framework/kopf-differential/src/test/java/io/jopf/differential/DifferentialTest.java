package io.jopf.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.cause.EssenceFields;
import io.jopf.test.real.RealCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("control-plane-only")
class DifferentialTest {

  static Stream<Scenario> scenarios() {
    return Scenarios.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void the_same_happens_as_with_kopf_but_for_what_is_declared(Scenario scenario) throws Exception {
    KopfInstallation.program();
    Path directory = Files.createDirectories(Path.of("target/traces", scenario.name()));
    ExecutorService sides = Executors.newFixedThreadPool(2);
    try {
      Future<Map<String, List<String>>> kopf = sides.submit(() -> withKopf(scenario, directory));
      Future<Map<String, List<String>>> jopf =
          sides.submit(
              () ->
                  play(
                      scenario,
                      directory.resolve("jopf"),
                      (cluster, trace) -> new JopfSide(cluster, scenario.handlers(), trace)));
      assertThat(differences(kopf.get(), jopf.get())).isEqualTo(declared(scenario, kopf.get()));
    } finally {
      sides.shutdownNow();
    }
  }

  private static Map<String, List<String>> withKopf(Scenario scenario, Path directory)
      throws IOException {
    EssenceFields watched = WatchedFields.of(scenario.handlers());
    return play(
        scenario,
        directory.resolve("kopf"),
        (cluster, trace) -> new KopfSide(cluster, scenario.module(), watched, trace));
  }

  interface SideMaker {
    Side make(RealCluster cluster, Trace trace);
  }

  private static Map<String, List<String>> play(Scenario scenario, Path directory, SideMaker maker)
      throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve("trace.jsonl").toAbsolutePath();
    Files.deleteIfExists(file);
    Store.clear(new Trace(file));
    try (RealCluster cluster = RealCluster.open()) {
      cluster.apply(KopfInstallation.module("src/test/resources/sample.yaml"));
      Side side = maker.make(cluster, new Trace(file));
      Stage stage = new Stage(cluster, side, scenario.handlers());
      try {
        side.start();
        scenario.script().accept(stage);
      } finally {
        side.stop();
      }
      return stage.seen();
    }
  }

  private static Map<String, String> differences(
      Map<String, List<String>> kopf, Map<String, List<String>> jopf) {
    Map<String, String> differences = new TreeMap<>();
    TreeSet<String> places = new TreeSet<>(kopf.keySet());
    places.addAll(jopf.keySet());
    for (String place : places) {
      List<String> there = kopf.getOrDefault(place, List.of());
      List<String> here = jopf.getOrDefault(place, List.of());
      if (!there.equals(here)) {
        differences.put(place, text(there, here));
      }
    }
    return differences;
  }

  private static Map<String, String> declared(Scenario scenario, Map<String, List<String>> kopf) {
    Map<String, String> declared = new TreeMap<>();
    scenario.differences().stream()
        .filter(one -> one.isDueAfter(kopf.getOrDefault(one.where(), List.of())))
        .forEach(one -> declared.put(one.where(), text(one.kopf(), one.jopf())));
    return declared;
  }

  private static String text(List<String> kopf, List<String> jopf) {
    return "\n  kopf: " + lines(kopf) + "\n  jopf: " + lines(jopf);
  }

  private static String lines(List<String> all) {
    return String.join("\n        ", all);
  }
}
