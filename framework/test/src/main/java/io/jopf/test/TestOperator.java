package io.jopf.test;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.AdmissionRequest;
import io.jopf.admission.Admission;
import io.jopf.admission.review.Verdict;
import io.jopf.client.ClientFactory;
import io.jopf.operator.Operator;
import io.jopf.test.simulated.SimulatedCluster;
import io.micronaut.context.ApplicationContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operator of a test: an application context against the test's cluster. */
public final class TestOperator {

  private final Cluster cluster;
  private final Config connection;
  private final Set<Class<?>> handlers;
  private final Map<String, Object> properties;
  private @Nullable ApplicationContext context;
  private @Nullable KubernetesClient client;

  TestOperator(
      Cluster cluster, Config connection, Set<Class<?>> handlers, Map<String, Object> properties) {
    this.cluster = cluster;
    this.connection = connection;
    this.handlers = handlers;
    this.properties = properties;
  }

  /**
   * An operator that does not run yet, for a test that starts its own.
   *
   * @param properties settings; they win over those of the application
   * @param handlers the only handler classes that run; none means all on the class path
   */
  public static TestOperator of(
      Cluster cluster, Map<String, Object> properties, Class<?>... handlers) {
    return new TestOperator(
        cluster, cluster.client().getConfiguration(), Set.of(handlers), properties);
  }

  /** Starts the operator and waits until it works. Does nothing while it runs. */
  public void start() {
    if (context != null) {
      return;
    }
    // of its own, so that it can be cut off alone
    KubernetesClient own = ClientFactory.client(connection);
    client = own;
    ApplicationContext started = OperatorContext.build(cluster, own, handlers, properties).start();
    context = started;
    Operator operator = started.getBean(Operator.class);
    if (cluster instanceof SimulatedCluster simulated) {
      simulated.waitsFor(this, operator::isIdle, operator::hasSeen);
    }
    cluster.await("the operator is ready", operator::isReady);
  }

  /**
   * Another process of the same operator, not started. The test has to stop it.
   *
   * @param more settings as {@code key=value} on top of the same ones
   */
  public TestOperator replica(String... more) {
    Map<String, Object> all = new LinkedHashMap<>(properties);
    for (String property : more) {
      int equals = property.indexOf('=');
      all.put(property.substring(0, equals), property.substring(equals + 1));
    }
    return new TestOperator(cluster, connection, handlers, all);
  }

  /** Stops the operator as a process is asked to stop. Does nothing unless it runs. */
  public void stop() {
    if (cluster instanceof SimulatedCluster simulated) {
      simulated.waitsNoMoreFor(this);
    }
    ApplicationContext running = context;
    if (running != null) {
      context = null;
      running.close();
    }
    KubernetesClient own = client;
    if (own != null) {
      client = null;
      own.close();
    }
  }

  /**
   * Ends the operator as a crash does: from now on nothing it does reaches the cluster. Handlers
   * that run are interrupted, not awaited.
   */
  public void kill() {
    KubernetesClient own = client;
    if (own != null) {
      own.close();
    }
    stop();
  }

  /** Stops the operator and starts it again, with nothing but what is in the cluster. */
  public void restart() {
    stop();
    start();
  }

  /**
   * The running application.
   *
   * @throws IllegalStateException if it does not run
   */
  public ApplicationContext context() {
    ApplicationContext running = context;
    if (running == null) {
      throw new IllegalStateException("the operator does not run");
    }
    return running;
  }

  /**
   * What the admission handlers say to a change, as the API server would ask them one after the
   * other, but without asking over the network: so on the simulated cluster too.
   *
   * @param before the object as it is; null for a creation
   * @param after the object as it is to be; null for a deletion
   */
  public Verdict review(@Nullable HasMetadata before, @Nullable HasMetadata after) {
    return review(Requests.of(before, after));
  }

  /** The same for any request, such as a dry run or one of a certain user. */
  public Verdict review(AdmissionRequest request) {
    return context().getBean(Admission.class).review(request);
  }

  /** Whether nothing is being handled and nothing waits for a worker. */
  public boolean isIdle() {
    return context().getBean(Operator.class).isIdle();
  }
}
