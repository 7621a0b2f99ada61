package io.jopf.test;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.test.faults.FaultProxy;
import io.jopf.test.simulated.SimulatedCluster;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Gives each test a cluster of its own and closes it afterwards. */
class ClusterExtension
    implements ExecutionCondition,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        TestExecutionExceptionHandler {

  private static final Set<Class<?>> SIMULATED_ONLY =
      Set.of(SimulatedCluster.class, VirtualTime.class);
  private static final Namespace STORE = Namespace.create(ClusterExtension.class);

  static Cluster cluster(ExtensionContext context) {
    return context
        .getStore(STORE)
        .getOrComputeIfAbsent(Cluster.class, type -> Clusters.open(), Cluster.class);
  }

  /** How the operator reaches the cluster: by way of the proxy if the test asks for one. */
  static Config connection(ExtensionContext context) {
    boolean faulty =
        Arrays.asList(context.getRequiredTestMethod().getParameterTypes())
            .contains(FaultProxy.class);
    return faulty ? faults(context).config() : cluster(context).client().getConfiguration();
  }

  private static FaultProxy faults(ExtensionContext context) {
    return context
        .getStore(STORE)
        .getOrComputeIfAbsent(
            FaultProxy.class, type -> FaultProxy.inFrontOf(cluster(context)), FaultProxy.class);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean simulatedOnly =
        context.getTestMethod().map(Method::getParameterTypes).stream()
            .flatMap(Arrays::stream)
            .anyMatch(SIMULATED_ONLY::contains);
    return simulatedOnly && !Clusters.areSimulated()
        ? ConditionEvaluationResult.disabled("only on the simulated cluster")
        : ConditionEvaluationResult.enabled("any cluster will do");
  }

  /** Not while parameters are resolved: there, an aborted test counts as failed. */
  @Override
  public void beforeEach(ExtensionContext context) {
    cluster(context);
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    if (!(failure instanceof TestAbortedException)) {
      FailureReport.addTo(failure, cluster(context));
    }
    throw failure;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    FaultProxy faults = context.getStore(STORE).remove(FaultProxy.class, FaultProxy.class);
    if (faults != null) {
      if (context.getExecutionException().isPresent()) {
        System.err.println(faults.describe());
      }
      faults.close();
    }
    Cluster cluster = context.getStore(STORE).remove(Cluster.class, Cluster.class);
    if (cluster != null) {
      cluster.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return resolves(parameter.getParameter().getType());
  }

  static boolean resolves(Class<?> type) {
    return type == Cluster.class
        || type == KubernetesClient.class
        || type == FaultProxy.class
        || SIMULATED_ONLY.contains(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    Cluster cluster = cluster(context);
    if (type == Cluster.class) {
      return cluster;
    }
    if (type == KubernetesClient.class) {
      return cluster.client();
    }
    if (type == FaultProxy.class) {
      return faults(context);
    }
    SimulatedCluster simulated = (SimulatedCluster) cluster;
    return type == SimulatedCluster.class ? simulated : simulated.time();
  }
}
