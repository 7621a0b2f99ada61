package io.jopf.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Scenario
class ClusterDumpTest {

  @Test
  void what_is_there_is_told_with_what_operators_remember_of_it(Cluster cluster) {
    cluster.apply(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: tom
          annotations: {op.jopf.io/state: two attempts, example.com/other: of no interest}
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: later}
        involvedObject: {kind: ConfigMap, name: tom}
        reason: Late
        message: came second
        lastTimestamp: "2026-01-01T00:00:02Z"
        ---
        apiVersion: v1
        kind: Event
        metadata: {name: earlier}
        involvedObject: {kind: ConfigMap, name: tom}
        reason: Early
        message: came first
        lastTimestamp: "2026-01-01T00:00:01Z"
        """
            .replace("involvedObject: {", "involvedObject: {namespace: NAMESPACE, ")
            .replace("NAMESPACE", cluster.namespace()));

    String dump = ClusterDump.of(cluster.client(), cluster.namespace());

    assertThat(dump)
        .containsSubsequence(
            "ConfigMap tom",
            "op.jopf.io/state: two attempts",
            "event on tom at 2026-01-01T00:00:01Z: Early: came first",
            "event on tom at 2026-01-01T00:00:02Z: Late: came second")
        .doesNotContain("of no interest");
  }
}
