package io.jopf.test.scenarios.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.jopf.test.Cluster;
import io.jopf.test.JopfTest;
import io.jopf.test.scenarios.Things;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Tests that fail, as their authors see them. */
class FailureReportTest {

  private static final String PATIENCE = "jopf.test.patience";
  private static final String RUN = "test.failures";

  /** Nobody else runs it. */
  @EnabledIfSystemProperty(named = RUN, matches = "true")
  @JopfTest(handlers = PatientHandlers.class, crds = Things.DEFINITION)
  static class Failing {

    @Test
    void waits(Cluster cluster) {
      settle(cluster);
      cluster.await("pigs fly", () -> false);
    }

    @Test
    void asserts(Cluster cluster) {
      settle(cluster);
      assertThat("pigs").isEqualTo("birds");
    }

    private static void settle(Cluster cluster) {
      Things things = new Things(cluster);
      things.create("tom", 1);
      things.awaitSettled("tom");
    }
  }

  private static Throwable failure(String method) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(Failing.class, method, "io.jopf.test.Cluster"))
            .build();
    List<Throwable> failures = new ArrayList<>();
    System.setProperty(RUN, "true");
    try {
      LauncherFactory.create()
          .execute(
              request,
              new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                  result.getThrowable().ifPresent(failures::add);
                }
              });
    } finally {
      System.clearProperty(RUN);
    }
    assertThat(failures).hasSize(1);
    return failures.get(0);
  }

  private static void assertTells(String report) {
    assertThat(report)
        .containsSubsequence(
            "holds:",
            "Thing tom",
            "What was done",
            "things.scenarios.jopf.io",
            "/tom",
            "(create) attempt 1 retried in",
            "writes metadata: ok",
            "looks again in",
            "(create) attempt 2");
  }

  @Test
  void a_condition_that_is_waited_for_in_vain_comes_with_what_the_operator_did() {
    System.setProperty(PATIENCE, "3");
    try {
      Throwable failure = failure("waits");
      assertThat(failure)
          .hasMessageContaining("Waited in vain until pigs fly")
          .hasNoSuppressedExceptions();
      assertTells(String.valueOf(failure.getMessage()));
    } finally {
      System.clearProperty(PATIENCE);
    }
  }

  @Test
  void so_does_any_other_failure() {
    Throwable failure = failure("asserts");
    assertThat(failure).hasMessageContaining("birds");
    assertThat(failure.getSuppressed()).hasSize(1);
    assertTells(String.valueOf(failure.getSuppressed()[0].getMessage()));
  }
}
