package io.jopf.test.scenarios.children;

import static io.jopf.test.faults.Verb.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.faults.Fault;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.scenarios.Thing;
import io.jopf.test.scenarios.Things;
import java.util.List;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = StallHandlers.class, crds = Things.DEFINITION)
class ReplacedTest {

  private static final int UNPROCESSABLE = 422;

  private static Things withTom(Cluster cluster, String... colours) {
    Things things = new Things(cluster);
    Thing tom = Things.thing("tom", 8000);
    tom.getSpec().colour = String.join(",", colours);
    things.create(tom);
    cluster.await("there is a stall", () -> cluster.get(Service.class, "tom") != null);
    return things;
  }

  private static List<Integer> ports(Cluster cluster) {
    Service stall = cluster.client().services().withName("tom").require();
    return stall.getSpec().getPorts().stream().map(ServicePort::getPort).sorted().toList();
  }

  private static void move(Cluster cluster, int from, int to) {
    cluster
        .client()
        .services()
        .withName("tom")
        .edit(
            service ->
                new ServiceBuilder(service)
                    .editSpec()
                    .editMatchingPort(port -> port.getPort() == from)
                    .withPort(to)
                    .endPort()
                    .endSpec()
                    .build());
  }

  /** As a kube-apiserver answers by itself to two ports of one name. */
  private static Fault refused(FaultProxy faults) {
    return faults.on(PATCH, "services").named("tom").answer(UNPROCESSABLE).times(1);
  }

  @Test
  void what_cannot_stand_beside_what_others_made_of_it_takes_its_place(
      Cluster cluster, StallHandlers handlers, FaultProxy faults) {
    withTom(cluster, "red");
    cluster.await("the handler has run", () -> !handlers.runs.isEmpty());
    Fault refusal = refused(faults);

    move(cluster, 8000, 9000);

    cluster.await("it is put right", () -> ports(cluster).equals(List.of(8000)));
    assertThat(handlers.failures).isEmpty();
    assertThat(refusal.count()).isEqualTo(1);
  }

  @Test
  void every_write_that_puts_it_right_is_told(Cluster cluster, FaultProxy faults) {
    withTom(cluster, "red");
    refused(faults);

    move(cluster, 8000, 9000);

    String tom = " Service " + cluster.namespace() + "/tom: ";
    cluster.await(
        "what was refused, what was done instead, and that it is ours again",
        () ->
            cluster
                .timeline()
                .text()
                .lines()
                .filter(line -> line.contains(tom))
                .map(line -> line.substring(line.indexOf("writes")))
                .skip(1)
                .toList()
                .equals(
                    List.of(
                        "writes apply" + tom + "injected by a test",
                        "writes replace" + tom + "ok",
                        "writes forget update of" + tom + "ok",
                        "writes apply" + tom + "ok")));
  }

  @Test
  void what_took_its_place_goes_when_it_is_no_longer_asked_for(Cluster cluster, FaultProxy faults) {
    Things things = withTom(cluster, "red", "green");
    cluster.await("both ports", () -> ports(cluster).equals(List.of(8000, 8001)));
    refused(faults);
    move(cluster, 8001, 9000);
    cluster.await("it is put right", () -> ports(cluster).equals(List.of(8000, 8001)));

    things.edit("tom", thing -> thing.getSpec().colour = "red");

    cluster.await("one port", () -> ports(cluster).equals(List.of(8000)));
  }
}
