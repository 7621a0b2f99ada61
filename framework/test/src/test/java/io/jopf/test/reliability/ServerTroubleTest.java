package io.jopf.test.reliability;

import static io.jopf.test.faults.Verb.LIST;
import static io.jopf.test.faults.Verb.PATCH;
import static io.jopf.test.faults.Verb.WATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.Exchange;
import io.jopf.test.faults.Fault;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Things;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@JopfTest(handlers = ClerkHandlers.class, crds = Things.DEFINITION, properties = "jopf.workers=1")
class ServerTroubleTest {

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503, 504})
  void a_server_in_trouble_is_asked_again_and_handlers_do_not_notice(
      int code, Cluster cluster, FaultProxy faults, TestOperator operator) {
    operator.stop();
    Things things = new Things(cluster);
    things.create("tom", 1);
    List<Fault> troubles =
        List.of(
            faults.on(LIST, "things").answer(code).times(2),
            faults.on(WATCH, "things").answer(code).times(2),
            faults.on(PATCH, "things/status").answer(code).times(2),
            faults.on(PATCH, "things").answer(code).times(2));

    operator.start();
    things.awaitSettled("tom");
    things.resize("tom", 2);
    things.awaitStatus("tom", "amend", 2);

    assertThat(troubles).allSatisfy(fault -> assertThat(fault.count()).isEqualTo(2));
    assertThat(operator.context().getBean(ClerkHandlers.class).log)
        .containsExactly("create tom", "update tom to 2");
  }

  @Test
  void a_server_that_says_when_to_come_again_is_not_asked_before(
      Cluster cluster, FaultProxy faults) {
    faults.on(PATCH, "things/status").answer(429).retryAfter(2).times(1);
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");

    List<Exchange> writes = faults.exchanges(PATCH, "things/status");
    assertThat(writes).extracting(Exchange::code).containsExactly(429, 200);
    assertThat(Duration.between(writes.get(0).at(), writes.get(1).at()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1990));
  }

  @Test
  void a_token_that_expires_is_read_anew(
      Cluster cluster, FaultProxy faults, ClerkHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    faults.expireToken();
    faults.watches("things").resetAll();
    cluster.await(
        "it is refused",
        () -> faults.exchanges().stream().anyMatch(exchange -> exchange.code() == 401));

    faults.renewToken();
    things.resize("tom", 2);
    things.awaitStatus("tom", "amend", 2);

    assertThat(handlers.log).containsExactly("create tom", "update tom to 2");
  }

  @Test
  void a_watch_that_is_forbidden_is_named_and_made_when_it_is_allowed(
      Cluster cluster, FaultProxy faults, Operator operator) {
    Things things = new Things(cluster);
    Fault watches = faults.on(WATCH, "things").answer(403);
    Fault lists = faults.on(LIST, "things").answer(403);
    faults.watches("things").resetAll();
    cluster.await(
        "the operator says so", () -> operator.watchesDown().toString().contains("things"));

    things.create("tom", 1);
    watches.end();
    lists.end();
    things.awaitSettled("tom");
    assertThat(operator.watchesDown()).isEmpty();
  }
}
