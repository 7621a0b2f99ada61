package io.jopf.jupyter.settings;

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
  private volatile OperatorSettings settings;

  /**
   * Reads them for the first time.
   *
   * @throws MissingSettingException if there is no ingress domain
   */
  public CurrentSettings(Environment environment) {
    this.environment = environment;
    this.settings = OperatorSettings.from(environment);
  }

  /** The settings for whatever is done next. */
  public OperatorSettings get() {
    return settings;
  }

  /** A change that leaves the operator without a needed setting is not taken. */
  @Override
  public void onApplicationEvent(RefreshEvent event) {
    try {
      settings = OperatorSettings.from(environment);
      LOG.info("settings have changed: {}", settings);
    } catch (MissingSettingException e) {
      LOG.warn("the changed settings are not taken: {}", e.getMessage());
    }
  }
}
