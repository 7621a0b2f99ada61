package io.jopf.jupyter.e2e;

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
class StartFailureIT {

  @RegisterExtension private final OperatorJar jar = OperatorJar.ofThisModule();

  @Test
  void without_an_ingress_domain_it_asks_for_one(Cluster cluster) {
    RunningNotebook.on(cluster);
    OperatorProcess operator = jar.start(cluster, Map.of());

    assertThat(operator.awaitStartFailure())
        .isEqualTo(
            "error: INGRESS_DOMAIN is not set: the operator needs it to give notebooks a URL");
  }
}
