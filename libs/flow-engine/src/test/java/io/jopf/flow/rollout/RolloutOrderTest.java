package io.jopf.flow.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolloutOrderTest {
  private final Cluster cluster = new Cluster();

  @Test
  void zones_have_their_turns_by_and_by() {
    zones("a1", "a2", "a3", "b1", "b2", "c1");
    cluster.concurrent = Share.of(3);
    cluster.zones = Zones.SPREAD;

    assertThat(cluster.look()).containsExactly("a1", "b1", "c1");
    cluster.succeed("a1");
    cluster.succeed("b1");
    cluster.succeed("c1");
    assertThat(cluster.look()).containsExactly("a2", "b2", "a3");
  }

  @Test
  void no_node_of_a_zone_begins_before_the_zones_before_it_are_done() {
    zones("a1", "a2", "b1", "c1");
    cluster.zones = Zones.ONE_BY_ONE;

    assertThat(cluster.look()).containsExactly("a1", "a2");
    assertThat(cluster.node("b1").step().reason()).isEqualTo("WaitingForZone");
    cluster.succeed("a1");
    assertThat(cluster.look()).isEmpty();
    cluster.succeed("a2");
    assertThat(cluster.look()).containsExactly("b1");
    cluster.places.put("b1", Place.leftOut("uid-of-b1", "Cordoned", "cordoned"));
    cluster.succeed("b1");
    assertThat(cluster.look()).containsExactly("c1");
  }

  private void zones(String... nodes) {
    for (String node : nodes) {
      cluster.places.put(node, Place.fit("uid-of-" + node).in(node.substring(0, 1)));
    }
  }

  @Test
  void outside_of_its_windows_nothing_begins_and_its_time_stands_still() {
    cluster.add("a", "b");
    cluster.concurrent = Share.of(1);
    cluster.deadline = Duration.ofHours(1);
    cluster.look();
    Instant opens = cluster.now.plus(Duration.ofHours(20));
    cluster.control = closedUntil(opens);
    cluster.succeed("a");

    assertThat(cluster.look()).isEmpty();
    assertThat(cluster.state()).isEqualTo("Paused");
    assertThat(cluster.stored.reason()).isEqualTo("OutsideMaintenanceWindow");
    assertThat(cluster.stored.message()).contains(opens.toString());
    assertThat(cluster.decide().again()).isEqualTo(opens);

    cluster.now = opens;
    cluster.control = RolloutControl.none();
    assertThat(cluster.look()).containsExactly("b");
  }

  private static RolloutControl closedUntil(Instant time) {
    return new RolloutControl(false, false, false, false, false, Set.of(), time, List.of());
  }
}
