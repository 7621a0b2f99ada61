package io.jopf.test;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.test.simulated.SimulatedCluster;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives each test a cluster of its own and closes it afterwards. */
class ClusterExtension implements ParameterResolver, AfterEachCallback {

  private static final Namespace STORE = Namespace.create(ClusterExtension.class);

  static Cluster cluster(ExtensionContext context) {
    return context
        .getStore(STORE)
        .getOrComputeIfAbsent(Cluster.class, type -> Clusters.open(), Cluster.class);
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
    return type == Cluster.class
        || type == KubernetesClient.class
        || type == SimulatedCluster.class
        || type == VirtualTime.class;
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
    if (!(cluster instanceof SimulatedCluster simulated)) {
      throw new TestAbortedException("only on the simulated cluster");
    }
    return type == SimulatedCluster.class ? simulated : simulated.time();
  }
}
