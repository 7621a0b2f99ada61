package io.jopf.client;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Makes the client, unless the application brings its own. */
@Factory
public final class ClientFactory {

  private static final int PARALLEL_REQUESTS = 512;
  private static final Duration PING = Duration.ofSeconds(10);

  @Singleton
  @Bean(preDestroy = "close")
  @Requires(missingBeans = KubernetesClient.class)
  KubernetesClient client(BeanContext beans) {
    // asked for at the first call: what listens may need the client itself
    return client(Connection.configured(), () -> beans.getBeansOfType(CallListener.class));
  }

  /** A client as an operator needs it. */
  public static KubernetesClient client(Config connection) {
    return client(connection, List::of);
  }

  private static KubernetesClient client(
      Config connection, Supplier<Collection<CallListener>> listeners) {
    Config config =
        new ConfigBuilder(connection)
            // the bound is the number of workers, not the connection
            .withMaxConcurrentRequests(PARALLEL_REQUESTS)
            .withMaxConcurrentRequestsPerHost(PARALLEL_REQUESTS)
            // how a watch whose connection has silently died is noticed
            .withWebsocketPingInterval(PING.toMillis())
            .build();
    KubernetesClientBuilder client =
        new KubernetesClientBuilder()
            .withConfig(config)
            .withKubernetesSerialization(new LeanSerialization())
            .withHttpClientBuilderConsumer(
                http ->
                    http.addOrReplaceInterceptor("retry-after", new RetryAfter())
                        .addOrReplaceInterceptor("calls", new ApiCalls(listeners)));
    return Tls.natively(client::build);
  }
}
