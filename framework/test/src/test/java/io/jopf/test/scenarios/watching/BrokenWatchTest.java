package io.jopf.test.scenarios.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.Fault;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Verb;
import io.jopf.test.scenarios.Things;
import java.net.HttpURLConnection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@JopfTest(
    handlers = VisitHandlers.class,
    crds = Things.DEFINITION,
    properties = "jopf.watch-timeout=3s")
class BrokenWatchTest {

  @Test
  void a_connection_that_has_silently_died_is_doubted_then_replaced_and_nothing_is_missed(
      Cluster cluster, FaultProxy faults, Operator operator, VisitHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    int lists = faults.exchanges(Verb.LIST, "things").size();

    faults.watches("things").halfOpen();
    things.create("jerry", 1);

    cluster.await(
        "the operator is in doubt",
        () -> String.join(" ", operator.watchesDown()).contains("things.scenarios.jopf.io"));
    cluster.await("jerry is handled", () -> handlers.visits.size() == 2);
    cluster.await("there is no doubt", () -> operator.watchesDown().isEmpty());
    assertThat(faults.exchanges(Verb.LIST, "things")).hasSize(lists);
    assertThat(handlers.visits.stream().collect(Collectors.toSet()))
        .containsExactly("come " + cluster.namespace());
  }

  @Test
  void a_history_that_was_forgotten_repeats_nothing(
      Cluster cluster, FaultProxy faults, VisitHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    int lists = faults.exchanges(Verb.LIST, "things").size();
    String version = things.version("tom");

    faults.on(Verb.WATCH, "things").answer(HttpURLConnection.HTTP_GONE).times(1);
    faults.watches("things").closeAll();
    cluster.await("it is listed again", () -> faults.exchanges(Verb.LIST, "things").size() > lists);
    things.create("jerry", 1);
    cluster.await("jerry is handled", () -> handlers.visits.size() == 2);

    assertThat(things.version("tom")).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503, 504})
  void a_server_in_trouble_is_asked_again_and_nothing_is_missed(
      int code, Cluster cluster, FaultProxy faults, VisitHandlers handlers) {
    Things things = new Things(cluster);
    things.create("tom", 1);
    things.awaitSettled("tom");
    faults.on(Verb.WATCH, "things").answer(HttpURLConnection.HTTP_GONE).times(1);
    Fault busy = faults.on(Verb.LIST, "things").answer(code).retryAfter(1).times(2);
    faults.watches("things").closeAll();
    things.create("jerry", 1);

    cluster.await("jerry is handled", () -> handlers.visits.size() == 2);
    assertThat(busy.count()).isEqualTo(2);
  }
}
