package io.jopf.test;

import io.fabric8.kubernetes.client.KubernetesClient;
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

/** Gives each test a cluster of its own and closes it afterwards. */
class ClusterExtension
    implements ExecutionCondition, BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static final Set<Class<?>> SIMULATED_ONLY =
      Set.of(SimulatedCluster.class, VirtualTime.class);
  private static final Namespace STORE = Namespace.create(ClusterExtension.class);

  static Cluster cluster(ExtensionContext context) {
    return context
        .getStore(STORE)
        .getOrComputeIfAbsent(Cluster.class, type -> Clusters.open(), Cluster.class);
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
  public void afterEach(ExtensionContext context) {
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
    return type == Cluster.class || type == KubernetesClient.class || SIMULATED_ONLY.contains(type);
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
    SimulatedCluster simulated = (SimulatedCluster) cluster;
    return type == SimulatedCluster.class ? simulated : simulated.time();
  }
}
