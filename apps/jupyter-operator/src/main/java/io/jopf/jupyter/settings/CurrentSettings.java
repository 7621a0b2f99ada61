package io.jopf.jupyter.settings;

import io.jopf.Reconciler;
import io.jopf.StartupException;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.context.scope.refresh.RefreshEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings as they are now: read at the start and again whenever configuration changes. */
@Singleton
public class CurrentSettings implements ApplicationEventListener<RefreshEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(CurrentSettings.class);

  private final Environment environment;
  private final Reconciler reconciler;
  private volatile OperatorSettings settings;

  /**
   * Reads them for the first time.
   *
   * @throws MissingSettingException if there is no ingress domain
   * @throws InvalidSettingException if a value cannot be used
   */
  public CurrentSettings(Environment environment, Reconciler reconciler) {
    this.environment = environment;
    this.reconciler = reconciler;
    this.settings = OperatorSettings.from(environment);
  }

  /** The settings for whatever is done next. */
  public OperatorSettings get() {
    return settings;
  }

  /**
   * Has all notebooks looked at with the new settings. A change that leaves the operator without a
   * needed setting, with one it cannot use, or with other kinds of objects to make is not taken.
   */
  @Override
  public void onApplicationEvent(RefreshEvent event) {
    try {
      OperatorSettings changed = OperatorSettings.from(environment);
      if (!changed.network().makesTheKindsOf(settings.network())) {
        LOG.warn(
            "no changed setting is taken until a restart of the operator, which JO_INGRESS,"
                + " JO_GATEWAY and JO_NETWORK_POLICY need to be switched on or off");
      } else if (!changed.equals(settings)) {
        settings = changed;
        LOG.info("settings have changed: {}", changed);
        reconciler.reconcileAll();
      }
    } catch (StartupException e) {
      LOG.warn("the changed settings are not taken: {}", e.getMessage());
    }
  }
}
