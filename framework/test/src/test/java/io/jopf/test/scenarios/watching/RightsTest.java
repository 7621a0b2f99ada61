package io.jopf.test.scenarios.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.jopf.operator.Operator;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.faults.Verb;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.net.HttpURLConnection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = VisitHandlers.class,
    crds = Things.DEFINITION,
    properties = "jopf.namespaces=open-door,closed-door")
class RightsTest {

  private static void create(Cluster cluster, String namespace) {
    if (cluster.client().namespaces().withName(namespace).get() == null) {
      cluster
          .client()
          .resource(
              new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
          .create();
    }
    Thing thing = Things.thing("tom", 1);
    thing.getMetadata().setNamespace(namespace);
    cluster.client().resource(thing).create();
  }

  /** These namespaces are not the test's own. */
  @AfterEach
  void removeWhatWasMade(Cluster cluster) {
    for (String namespace : List.of("open-door", "closed-door")) {
      var things = cluster.client().resources(Thing.class).inNamespace(namespace);
      things.delete();
      cluster.await(namespace + " is empty", () -> things.list().getItems().isEmpty());
    }
  }

  @Test
  void a_namespace_that_we_may_not_read_leaves_the_others_served_and_is_named(
      Cluster cluster, FaultProxy faults, TestOperator process) {
    faults.on(Verb.LIST, "things").in("closed-door").answer(HttpURLConnection.HTTP_FORBIDDEN);
    process.restart();
    Operator operator = process.context().getBean(Operator.class);
    VisitHandlers handlers = process.context().getBean(VisitHandlers.class);
    create(cluster, "open-door");
    create(cluster, "closed-door");

    cluster.await("the open one is served", () -> handlers.visits.contains("come open-door"));
    assertThat(operator.watchesDown())
        .singleElement()
        .asString()
        .startsWith("things.scenarios.jopf.io in closed-door: refused");
    int asked = faults.exchanges(Verb.LIST, "things").size();
    assertThat(asked).isLessThan(10);

    faults.clear();
    cluster.await("the other one is, too", () -> handlers.visits.contains("come closed-door"));
    cluster.await("nothing is missing", () -> operator.watchesDown().isEmpty());
  }

  @Test
  void a_namespace_whose_rights_are_taken_away_leaves_the_others_served_and_is_named(
      Cluster cluster, FaultProxy faults, Operator operator, VisitHandlers handlers) {
    faults
        .onAll()
        .in("closed-door")
        .where(request -> request.verb() == Verb.WATCH || request.verb() == Verb.LIST)
        .answer(HttpURLConnection.HTTP_FORBIDDEN);
    faults.watches("things").closeAll();
    cluster.await(
        "it is named", () -> operator.watchesDown().toString().contains("in closed-door: refused"));
    create(cluster, "closed-door");
    create(cluster, "open-door");

    cluster.await("the open one is served", () -> handlers.visits.contains("come open-door"));
    cluster.await("no other is missing", () -> operator.watchesDown().size() == 1);
    assertThat(handlers.visits).containsExactly("come open-door");

    faults.clear();
    cluster.await("the other one is, too", () -> handlers.visits.contains("come closed-door"));
    cluster.await("nothing is missing", () -> operator.watchesDown().isEmpty());
  }

  @Test
  void credentials_that_have_expired_are_read_again_and_everything_goes_on(
      Cluster cluster, FaultProxy faults, VisitHandlers handlers) {
    create(cluster, "open-door");
    cluster.await("it is served", () -> handlers.visits.contains("come open-door"));
    faults.expireToken();
    faults.watches("things").closeAll();
    create(cluster, "closed-door");
    cluster.await(
        "we are refused",
        () -> faults.exchanges(Verb.WATCH, "things").stream().anyMatch(seen -> seen.code() == 401));

    faults.renewToken();
    cluster.await("it is served again", () -> handlers.visits.contains("come closed-door"));
  }
}
