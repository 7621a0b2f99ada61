package io.jopf.admission;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.jopf.operator.Operator;
import io.jopf.operator.OperatorSettings;
import io.jopf.time.Time;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Serves the admission handlers while the operator runs. Where there are none nothing is started,
 * and nothing is loaded that only a server needs.
 */
@Singleton
@Requires(beans = Operator.class)
@Requires(property = "jopf.admission.enabled", notEquals = "false")
public final class AdmissionService implements ApplicationEventListener<StartupEvent>, Ordered {

  private final Admission admission;
  private final Operator operator;
  private final OperatorSettings scope;
  private final AdmissionSettings settings;
  private final KubernetesClient client;
  private final Time time;
  private volatile @Nullable Serving serving;

  AdmissionService(
      Admission admission,
      Operator operator,
      OperatorSettings scope,
      AdmissionSettings settings,
      KubernetesClient client,
      Time time) {
    this.admission = admission;
    this.operator = operator;
    this.scope = scope;
    this.settings = settings;
    this.client = client;
    this.time = time;
  }

  /** After the operator, which first sees whether the API server can be worked with. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    if (admission.handlers().isEmpty()) {
      return;
    }
    String own = client.getNamespace();
    Deployment deployment =
        new Deployment(settings, operator.name(), own == null ? "default" : own);
    List<String> namespaces = scope.namespaces();
    serving =
        new Serving(
            deployment, namespaces == null ? List.of() : namespaces, admission, client, time);
  }

  /** Whether there is anything to serve. */
  public boolean isWanted() {
    return !admission.handlers().isEmpty();
  }

  /** The port that is listened at; -1 if none is. */
  public int port() {
    Serving running = serving;
    return running == null ? -1 : running.port();
  }

  /** What keeps API servers from being answered; null if nothing does. For people. */
  public @Nullable String trouble() {
    Serving running = serving;
    return running == null ? null : running.trouble();
  }

  /** Takes out what is not persistent, answers a little longer, ends. */
  @PreDestroy
  void stop() {
    Serving running = serving;
    serving = null;
    if (running != null) {
      running.close();
    }
  }
}
