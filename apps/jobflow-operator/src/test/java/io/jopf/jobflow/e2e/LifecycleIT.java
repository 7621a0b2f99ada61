package io.jopf.jobflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.process.OperatorJar;
import io.jopf.test.process.OperatorProcess;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Scenario
@Tag("control-plane-only")
class LifecycleIT {

  @RegisterExtension private final OperatorJar jar = OperatorJar.ofThisModule();

  @Test
  void it_is_alive_and_ready_tells_what_it_has_done_and_ends_when_asked(Cluster cluster) {
    FiveJobs example = FiveJobs.on(cluster);
    OperatorProcess operator = jar.start(cluster, Map.of()).awaitReady();
    cluster.apply(FiveJobs.inSeconds("example.yaml"));
    example.awaitSucceed();

    assertThat(operator.get("/health/liveness").statusCode()).isEqualTo(200);
    assertThat(operator.get("/health/readiness").body())
        .contains("\"UP\"", "\"leadership\":\"alone\"");
    assertThat(operator.get("/prometheus").body())
        .containsPattern("jopf_handler_duration_seconds_count\\{.*jobflows.*\\} [1-9]")
        .containsPattern("jobflow_flows\\{state=\"Succeed\"\\} 1")
        .containsPattern("jobflow_step_duration_seconds_count\\{state=\"Succeeded\"\\} 5")
        .containsPattern("jobflow_hop_duration_seconds_count [1-9]")
        .containsPattern("jopf_api_calls_total\\{code=\"201\",verb=\"create\"\\} [1-9]")
        .containsPattern("jopf_build_info\\{application=\"jobflow-operator\"")
        .contains("jopf_queue_depth{")
        // series are bounded: no name of an object is a label
        .doesNotContain(FiveJobs.FLOW)
        .doesNotContain(cluster.namespace());
    assertThat(operator.stop()).isZero();
    assertThat(operator.errors()).isEmpty();
  }
}
