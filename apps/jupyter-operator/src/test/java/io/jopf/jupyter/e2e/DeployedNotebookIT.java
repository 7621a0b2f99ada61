package io.jopf.jupyter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jopf.jupyter.Samples;
import io.jopf.test.Cluster;
import io.jopf.test.Scenario;
import io.jopf.test.real.RealCluster;
import java.io.File;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The whole way, by {@code hack/deployment/real-node}: see docs/testing.md. */
@Scenario
@Tag("real-node")
class DeployedNotebookIT {

  private static final int SOMETHING_IS_MISSING = 3;

  @Test
  void a_notebook_is_deployed_opened_in_a_browser_and_deleted(Cluster cluster) throws Exception {
    RealCluster node = (RealCluster) cluster;
    File log = new File("target/real-node.log");
    ProcessBuilder builder =
        new ProcessBuilder(Samples.root().resolve("hack/deployment/real-node").toString())
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder
        .environment()
        .put("JOPF_CONTROL_PLANE_RUNNING", node.kubeconfig() + ":" + node.auditLog());
    int code = builder.start().waitFor();

    if (code == SOMETHING_IS_MISSING) {
      System.err.println("a test is skipped, see " + log);
      throw new TestAbortedException("something is missing on this machine, see " + log);
    }
    assertThat(code).as("see %s", log).isZero();
  }
}
