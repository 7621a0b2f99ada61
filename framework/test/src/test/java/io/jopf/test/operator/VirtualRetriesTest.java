package io.jopf.test.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@JopfTest(handlers = MoodyHandlers.class, crds = "framework/test/src/test/resources/napper.yaml")
class VirtualRetriesTest {

  @Test
  void hours_of_retries_pass_in_no_time(Cluster cluster, VirtualTime time, MoodyHandlers handlers) {
    Instant start = time.now();
    cluster.apply(
        """
        apiVersion: operator-test.jopf.io/v1
        kind: Napper
        metadata: {name: tom}
        spec: {seconds: 1}
        """);

    cluster.await("it is up", () -> isUp(cluster));

    assertThat(handlers.attempts).hasSize(3);
    assertThat(Duration.between(start, time.now()))
        .isBetween(Duration.ofHours(2), Duration.ofHours(3));
  }

  private static boolean isUp(Cluster cluster) {
    Napper napper = cluster.get(Napper.class, "tom");
    Map<String, Object> status = napper == null ? null : napper.getStatus();
    return status != null && status.containsValue("up");
  }
}
