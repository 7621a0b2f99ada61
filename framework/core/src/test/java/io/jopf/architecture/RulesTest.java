package io.jopf.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule lets a sound house stand and notices one in which it alone is broken. */
class RulesTest {

  private static final Rules RULES = new Rules(House.ROOT);
  private static final String CLIENT = "io.fabric8.kubernetes.client.KubernetesClient client;";
  private static final String EXCEPTION =
      "boolean is(Exception e) {"
          + " return e instanceof io.fabric8.kubernetes.client.KubernetesClientException; }";

  static Stream<Arguments> broken() {
    return Stream.concat(
        IntStream.range(0, Rules.WAY.size() - 1)
            .mapToObj(
                room ->
                    Arguments.of(
                        RULES.wayRunsOneDirection(room),
                        Rules.WAY.get(room),
                        "house." + Rules.WAY.get(room + 1) + ".A later;")),
        Stream.of(
            Arguments.of(RULES.wayKnowsNothingBesideIt(), "patch", "house.children.A child;"),
            Arguments.of(RULES.wayKnowsNothingBesideIt(), "queue", "house.operator.A all;"),
            Arguments.of(
                RULES.handlersDoNotKnowWhoReadsThem(), "handler", "house.handler.check.A rules;"),
            Arguments.of(
                RULES.handlersDoNotKnowWhoReadsThem(), "handler", "house.handler.scan.A scan;"),
            Arguments.of(
                RULES.rulesDoNotKnowWhoReadsHandlers(),
                "handler.check",
                "house.handler.scan.A scan;"),
            Arguments.of(RULES.standsAlone("daemon"), "daemon", "house.index.A index;"),
            Arguments.of(RULES.groundKnowsNoRooms(), "json", "house.cause.A cause;"),
            Arguments.of(RULES.publicTypesKnowNoRooms(), "", "house.state.A state;"),
            Arguments.of(RULES.publicTypesKnowNoRooms(), "annotation", "house.handler.A spec;"),
            Arguments.of(RULES.pureRoomsKnowNoClient(), "state", EXCEPTION),
            Arguments.of(RULES.clientStaysWithTheConnectedRooms(), "invoke", CLIENT),
            Arguments.of(RULES.clientStaysWithTheConnectedRooms(), "", CLIENT),
            Arguments.of(RULES.clientsExceptionStaysWithWhoClassifiesIt(), "queue", EXCEPTION),
            clock("handler", "java.time.Instant.now()"),
            clock("operator", "java.time.LocalDate.now(java.time.ZoneOffset.UTC)"),
            clock("cause", "java.time.Clock.systemUTC()"),
            clock("queue", "System.nanoTime()"),
            clock("", "System.currentTimeMillis()"),
            clock("event", "new java.util.Date()"),
            Arguments.of(RULES.delaysAreMadeInOnePlace(), "watch", "java.util.Timer timer;"),
            Arguments.of(
                RULES.delaysAreMadeInOnePlace(),
                "operator",
                "java.util.concurrent.ScheduledExecutorService timer;"),
            sleep("Thread.sleep(1)"),
            sleep("java.util.concurrent.TimeUnit.SECONDS.sleep(1)"),
            Arguments.of(RULES.noCycles(), "time", "house.operator.A all;")));
  }

  static Stream<Arguments> allowed() {
    return Stream.of(
        Arguments.of(RULES.wayRunsOneDirection(2), "patch", "house.watch.A earlier;"),
        Arguments.of(RULES.wayKnowsNothingBesideIt(), "patch", "house.json.A json;"),
        Arguments.of(
            RULES.rulesDoNotKnowWhoReadsHandlers(), "handler.scan", "house.handler.check.A rules;"),
        Arguments.of(RULES.publicTypesKnowNoRooms(), "annotation", "house.A type;"),
        Arguments.of(RULES.clientStaysWithTheConnectedRooms(), "patch", CLIENT),
        Arguments.of(RULES.clientStaysWithTheConnectedRooms(), "invoke", EXCEPTION),
        Arguments.of(RULES.clientsExceptionStaysWithWhoClassifiesIt(), "invoke", EXCEPTION),
        Arguments.of(RULES.clockIsReadInOnePlace(), "time", "Object now = System.nanoTime();"),
        Arguments.of(RULES.delaysAreMadeInOnePlace(), "time", "java.util.Timer timer;"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void a_rule_notices_what_is_wrong(ArchRule rule, String room, String body, @TempDir Path folder)
      throws IOException {
    // the operator knows everybody, so that a step back from any room to it closes a circle
    JavaClasses house =
        House.with(
            folder,
            room.equals("operator")
                ? Map.of(room, body)
                : Map.of(room, body, "operator", "house.time.A time;"));

    assertThat(rule.evaluate(house).hasViolation()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void a_rule_lets_stand_what_is_right(
      ArchRule rule, String room, String body, @TempDir Path folder) throws IOException {
    assertThat(rule.evaluate(House.with(folder, Map.of(room, body))).hasViolation()).isFalse();
  }

  private static Arguments clock(String room, String call) {
    return Arguments.of(RULES.clockIsReadInOnePlace(), room, "Object now = " + call + ";");
  }

  private static Arguments sleep(String call) {
    return Arguments.of(
        Rules.nobodySleeps(),
        "handler",
        "void nap() throws InterruptedException { " + call + "; }");
  }
}
