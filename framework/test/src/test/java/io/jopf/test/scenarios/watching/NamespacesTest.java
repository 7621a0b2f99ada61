package io.jopf.test.scenarios.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.TestOperator;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@JopfTest(
    handlers = VisitHandlers.class,
    crds = Things.DEFINITION,
    properties = "jopf.namespaces=planet-*,!planet-nine-*")
class NamespacesTest {

  private final String some = "-" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> made = new ArrayList<>();

  private String namespace(Cluster cluster, String kind) {
    String name = kind + some;
    Namespace namespace =
        new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build();
    cluster.client().resource(namespace).create();
    made.add(name);
    return name;
  }

  @AfterEach
  void removeWhatIsLeft(Cluster cluster) {
    made.forEach(name -> cluster.client().namespaces().withName(name).delete());
  }

  private static void create(Cluster cluster, String namespace) {
    Thing thing = Things.thing("tom", 1);
    thing.getMetadata().setNamespace(namespace);
    cluster.client().resource(thing).create();
  }

  private static void awaitVisit(Cluster cluster, VisitHandlers handlers, String visit) {
    cluster.await(visit, () -> handlers.visits.contains(visit));
  }

  @Test
  void namespaces_that_match_are_served_from_when_they_come(
      Cluster cluster, VisitHandlers handlers) {
    String nine = namespace(cluster, "planet-nine");
    create(cluster, nine);
    String earth = namespace(cluster, "planet-earth");
    create(cluster, earth);
    awaitVisit(cluster, handlers, "come " + earth);
    String mars = namespace(cluster, "planet-mars");
    create(cluster, mars);
    awaitVisit(cluster, handlers, "come " + mars);

    assertThat(handlers.visits).containsExactly("come " + earth, "come " + mars);
  }

  @Test
  void namespaces_that_are_there_at_the_start_are_listed_before_anything_is_handled(
      Cluster cluster, TestOperator operator) {
    String earth = namespace(cluster, "planet-earth");
    create(cluster, earth);
    operator.restart();

    VisitHandlers handlers = operator.context().getBean(VisitHandlers.class);
    awaitVisit(cluster, handlers, "come " + earth);
  }

  @Test
  void a_namespace_that_is_being_emptied_is_served_until_it_is_gone(
      Cluster cluster, VisitHandlers handlers) {
    String pluto = namespace(cluster, "planet-pluto");
    create(cluster, pluto);
    awaitVisit(cluster, handlers, "come " + pluto);

    cluster.client().namespaces().withName(pluto).delete();
    cluster.awaitGone(Namespace.class, pluto);
    assertThat(handlers.visits).containsExactly("come " + pluto, "leave " + pluto);

    // and once more under the same name
    cluster
        .client()
        .resource(new NamespaceBuilder().withNewMetadata().withName(pluto).endMetadata().build())
        .create();
    create(cluster, pluto);
    cluster.await("it is served again", () -> handlers.visits.size() == 3);
  }
}
