package io.jopf.test;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.annotation.Handlers;
import io.jopf.test.simulated.SimulatedCluster;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.context.env.PropertySource;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The application of an operator, with the cluster's client and time, and chosen handlers only. */
@SuppressWarnings("overrides") // in Micronaut's own classes
final class OperatorContext extends DefaultApplicationContext {

  /** Below the configuration files of an application. */
  private static final int WEAKEST = -1_000;

  private final Set<Class<?>> handlers;

  private OperatorContext(ApplicationContextConfiguration configuration, Set<Class<?>> handlers) {
    super(configuration);
    this.handlers = handlers;
  }

  static ApplicationContext build(
      Cluster cluster,
      KubernetesClient client,
      Set<Class<?>> handlers,
      Map<String, Object> properties) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("jopf.namespaces", cluster.namespace());
    settings.put("jopf.grace", "1s");
    settings.put("jopf.leader-election.enabled", false);
    settings.putAll(admission(cluster));
    settings.putAll(properties);
    Builder builder = new Builder(handlers);
    builder
        .environments("test")
        .properties(settings)
        .propertySources(
            PropertySource.of(
                "weakest", Map.of("micronaut.application.name", "test-operator"), WEAKEST))
        .singletons(client, cluster.timeline().process());
    if (cluster instanceof SimulatedCluster simulated) {
      builder.singletons(simulated.time());
    }
    return builder.build();
  }

  /** The same as a program of its own, which takes its settings from the environment. */
  static ApplicationContext program(Set<Class<?>> handlers) {
    return new Builder(handlers)
        .environments("test")
        .propertySources(
            PropertySource.of(
                "weakest",
                Map.of(
                    "micronaut.application.name", "test-operator", "jopf.admission.enabled", false),
                WEAKEST))
        .build();
  }

  /** An API server on this machine can ask, the simulated one does not. */
  private static Map<String, Object> admission(Cluster cluster) {
    return cluster instanceof SimulatedCluster
        ? Map.of("jopf.admission.enabled", false)
        : Map.of(
            "jopf.admission.host", "127.0.0.1",
            "jopf.admission.port", 0,
            "jopf.admission.url", "https://127.0.0.1",
            "jopf.admission.check", "200ms",
            "jopf.admission.drain", "0s");
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared
  protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
    List<BeanDefinitionReference> all = super.resolveBeanDefinitionReferences();
    return handlers.isEmpty() ? all : all.stream().filter(this::isWanted).toList();
  }

  private boolean isWanted(BeanDefinitionReference<?> bean) {
    return !bean.getAnnotationMetadata().hasStereotype(Handlers.class)
        || handlers.contains(bean.getBeanType());
  }

  private static final class Builder extends DefaultApplicationContextBuilder {
    private final Set<Class<?>> handlers;

    Builder(Set<Class<?>> handlers) {
      this.handlers = handlers;
    }

    @Override
    protected ApplicationContext newApplicationContext() {
      return new OperatorContext(this, handlers);
    }
  }
}
